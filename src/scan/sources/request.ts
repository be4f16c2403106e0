/**
 * One HTTP request within bounds: of time, of size, and of where it may go. Node's own client is used and not `fetch`,
 * because the address that a name leads to must be judged in the moment of connecting, not before it.
 */
import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isPrivateAddress } from './private-addresses.ts';
import { SourceFault } from './source.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 60_000;
const MOST_REDIRECTS = 5;

export interface Received {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** @param isTrusted whether a host (`name:port`) may stand on a private network */
export async function requestWithin(
  url: URL,
  {
    headers,
    signal,
    isTrusted,
  }: { headers: Record<string, string>; signal: AbortSignal; isTrusted: (host: string) => boolean },
): Promise<Received> {
  const timeout = AbortSignal.timeout(MOST_MS);
  const either = AbortSignal.any([signal, timeout]);
  let at = url;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const received = await requestOnce(at, headers, either, isTrusted);
      const { location } = received.headers;
      if (received.status < 300 || received.status > 399 || location === undefined) return received;
      at = redirected(at, location);
    }
  } catch (error) {
    if (signal.aborted || error instanceof SourceFault) throw error;
    if (timeout.aborted) throw new SourceFault('timed out', '', { again: true });
    throw faultOf(error);
  }
  throw new SourceFault('refused', `more than ${MOST_REDIRECTS} redirects`);
}

function redirected(from: URL, location: string): URL {
  if (!URL.canParse(location, from)) throw new SourceFault('refused', 'a redirect to no address');
  const to = new URL(location, from);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new SourceFault('address not allowed', 'a redirect to an address without encryption');
  return to;
}

async function requestOnce(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  isTrusted: (host: string) => boolean,
): Promise<Received> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const trusted = isTrusted(url.host) || isTrusted(url.hostname);
  if (!/^https?:$/.test(url.protocol) || url.username !== '')
    throw new SourceFault('address not allowed', 'only http and https addresses without a name or password');
  if (!trusted && isIP(name) !== 0 && isPrivateAddress(name)) throw privateAddress();
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      url,
      {
        headers: { ...headers, 'accept-encoding': 'gzip' },
        signal,
        agent: false,
        ...(trusted ? {} : { lookup: lookUpPublic }),
      },
      resolve,
    );
    sent.once('error', reject);
    sent.end();
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await bodyOf(response),
  };
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const isZipped = response.headers['content-encoding'] === 'gzip';
  // What breaks either of the two reaches the loop below through the second one.
  const stream = isZipped ? pipeline(response, createGunzip(), () => {}) : response;
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of stream) {
      const piece: Buffer = part; // no encoding is set, so that pieces are buffers
      bytes += piece.length;
      if (bytes > MOST_BYTES) throw new SourceFault('too large', `more than ${MOST_BYTES >> 20} MB`);
      parts.push(piece);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts);
}

/** As the system looks names up, but no private address is ever connected to. */
const lookUpPublic: LookupFunction = (hostname, options, tell) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return tell(error, []);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return tell(privateAddress(), []);
    const first = addresses[0];
    if (options.all || first === undefined) tell(null, addresses);
    else tell(null, first.address, first.family);
  });
};

function privateAddress(): SourceFault {
  return new SourceFault('address not allowed', 'the address lies on a private network');
}

const CUT_OFF = new Set([
  'ECONNRESET',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_CHUNK_SIZE',
]);

function faultOf(error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (CUT_OFF.has(code)) return new SourceFault('truncated', 'the connection broke off', { again: true });
  return new SourceFault('unreachable', code, { again: true });
}
