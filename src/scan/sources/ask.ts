/**
 * Asking politely: never faster than a source allows, saying who asks, waiting where a source says wait, and trying
 * again with longer and longer pauses, of random length so that many askers do not come back at once.
 */
import { setTimeout as wait } from 'node:timers/promises';
import iconv from 'iconv-lite';
import type { ScanSettings } from '../../access/scan-settings.ts';
import { type Received, requestWithin } from './request.ts';
import { type Answer, type Ask, type Source, SourceFault } from './source.ts';

const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** A source that asks for more than this is left until the run is taken up again. */
const LONGEST_WAIT_ASKED_MS = 120_000;
const SPOKEN_DETAIL = 300;

/** Time and chance, passed in. */
export interface Surroundings {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

export const realSurroundings: Surroundings = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
  random: Math.random,
};

/** When each host may be asked next; one for the whole process, as a source counts all that come from one machine. */
export type Pace = Map<string, number>;

export interface Asking {
  settings: ScanSettings;
  pace: Pace;
  surroundings: Surroundings;
  signal: AbortSignal;
}

export function askFor<Settings>(source: Source<Settings>, asking: Asking): Ask {
  const { settings, surroundings, signal } = asking;
  const key = settings.keys[source.name] ?? null;
  const get = async <Result>(url: URL, read: (answer: Answer) => Result): Promise<Result> => {
    if (source.key === 'needed' && key === null) throw new SourceFault('key missing', '');
    for (let tries = 1; ; tries++) {
      try {
        return await once(url, read);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof SourceFault)) throw error;
        if (!error.again || tries === MOST_TRIES || error.waitMs > LONGEST_WAIT_ASKED_MS)
          throw withoutKey(error, key);
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
        await surroundings.sleep(Math.max(error.waitMs, pause * (0.5 + surroundings.random() / 2)), signal);
      }
    }
  };

  async function once<Result>(url: URL, read: (answer: Answer) => Result): Promise<Result> {
    await takeTurn(url.host, source.gapMs(key !== null), asking);
    const configured = settings.addresses[source.name];
    const received = await requestWithin(url, {
      headers: { 'user-agent': userAgent(settings.contact), accept: '*/*' },
      signal,
      isTrusted: (host) =>
        settings.privateHosts.includes(host) ||
        (configured !== undefined && new URL(configured).host === host),
    });
    slowDown(url.host, received, asking);
    checkStatus(received, surroundings.now());
    return read(answerOf(received));
  }

  return { base: settings.addresses[source.name] ?? source.address, key, contact: settings.contact, get };
}

function userAgent(contact: string | null): string {
  return `firsthand/0.1${contact === null ? '' : ` (mailto:${contact})`}`;
}

async function takeTurn(host: string, gap: number, { pace, surroundings, signal }: Asking): Promise<void> {
  const now = surroundings.now();
  const turn = Math.max(now, pace.get(host) ?? 0);
  pace.set(host, turn + gap);
  if (turn > now) await surroundings.sleep(turn - now, signal);
}

/** Crossref tells its limit in each answer: so many requests in such a time. */
function slowDown(host: string, { headers }: Received, { pace, surroundings }: Asking): void {
  const limit = Number(headers['x-rate-limit-limit'] ?? headers['x-ratelimit-limit']);
  const seconds = Number.parseFloat(
    String(headers['x-rate-limit-interval'] ?? headers['x-ratelimit-interval']),
  );
  if (!(limit > 0) || !(seconds > 0)) return;
  pace.set(host, Math.max(pace.get(host) ?? 0, surroundings.now() + (seconds * 1000) / limit));
}

function checkStatus({ status, headers, body }: Received, now: number): void {
  if (status >= 200 && status < 300) return;
  const waitMs = waitAsked(headers['retry-after'], now);
  if (status === 429) throw new SourceFault('rate limited', '', { again: true, waitMs });
  if (status >= 500 || status === 408)
    throw new SourceFault('unavailable', String(status), { again: true, waitMs });
  if (status === 401 || status === 403)
    throw new SourceFault('key refused', `${status} ${spoken(body.toString('utf8'))}`);
  throw new SourceFault('refused', `${status} ${spoken(body.toString('utf8'))}`);
}

function waitAsked(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? 0 : Math.max(0, until - now);
}

function answerOf({ headers, body }: Received): Answer {
  const contentType = headers['content-type'] ?? '';
  return {
    contentType,
    text: decoded(body, contentType),
    header: (name) => {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}

/** By what the answer's head, or the first line of its XML, says; UTF-8 otherwise. */
function decoded(body: Buffer, contentType: string): string {
  const start = body.subarray(0, 200).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<\?xml[^>]*encoding=["']([\w-]+)/.exec(start)?.[1];
  return iconv.decode(body, named !== undefined && iconv.encodingExists(named) ? named : 'utf-8');
}

/** What a source says about an error, as one short line. */
export function spoken(text: string): string {
  const line = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > SPOKEN_DETAIL ? `${line.slice(0, SPOKEN_DETAIL)}…` : line;
}

function withoutKey(fault: SourceFault, key: string | null): SourceFault {
  if (key === null || !fault.detail.includes(key)) return fault;
  return new SourceFault(fault.code, fault.detail.replaceAll(key, '…'), fault);
}
