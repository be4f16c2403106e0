/** What every source of external documents is: one function that gives one page, and what must be known to call it. */
import type { ZodType } from 'zod';
import type { SourceName } from '../../store/scan-tables.ts';
import type { ExternalRecord } from '../records/model.ts';

/** A record and the source's own identifier for it, by which it is known again. */
export interface GivenRecord {
  key: string;
  record: ExternalRecord;
}

export interface Page {
  records: GivenRecord[];
  /** How many of the page could not be read; the others are kept. */
  unreadable: number;
  /** Names the page that follows; null after the last one. */
  next: string | null;
  /** How many records the source says there are in all, where it does. */
  expected: number | null;
  /** What was odd about the page though it could be read: a `FaultCode`, or a fault of a reference file. */
  notes: readonly string[];
}

/** UTC days, both included, from which records are asked; `from` is null for all up to `until`. */
export interface Span {
  from: string | null;
  until: string;
}

export type FaultCode =
  | 'unreachable'
  | 'timed out'
  | 'rate limited'
  | 'unavailable'
  | 'refused'
  | 'key missing'
  | 'key refused'
  | 'address not allowed'
  | 'too large'
  | 'truncated'
  | 'page instead of data'
  | 'not the expected form'
  | 'error inside'
  | 'cursor repeats'
  | 'results changed'
  | 'records unreadable'
  | 'not well-formed'
  | 'date impossible'
  | 'beyond what the source gives'
  | 'limit reached'
  | 'interrupted'
  | 'file unreadable'
  | 'failed here';

/** What a source did wrong, or what keeps us from asking it. `detail` never holds a key. */
export class SourceFault extends Error {
  readonly code: FaultCode;
  readonly detail: string;
  /** Whether asking again soon may help. */
  readonly again: boolean;
  /** How long the source tells us to wait. */
  readonly waitMs: number;

  constructor(code: FaultCode, detail: string, { again = false, waitMs = 0 } = {}) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'SourceFault';
    this.code = code;
    this.detail = detail;
    this.again = again;
    this.waitMs = waitMs;
  }
}

export interface Answer {
  text: string;
  contentType: string;
  header(name: string): string | null;
}

/** How a source asks: politely, again where that may help, and within bounds. */
export interface Ask {
  /** The source's address, without a slash at its end. */
  base: string;
  key: string | null;
  contact: string | null;
  /** @throws SourceFault; one that `read` throws is asked again where it says so */
  get<Result>(url: URL, read: (answer: Answer) => Result): Promise<Result>;
}

export interface Source<Settings = unknown> {
  name: SourceName;
  /** As the source calls itself. */
  title: string;
  /** Its public address; empty where the settings name one. */
  address: string;
  key: 'none' | 'optional' | 'needed';
  settings: ZodType<Settings>;
  /** Days that a later run asks for once more, as sources add records late; null where it takes no span of time. */
  overlapDays: number | null;
  /** Least time between two requests. */
  gapMs(hasKey: boolean): number;
  page(ask: Ask, given: { settings: Settings; span: Span; cursor: string | null }): Promise<Page>;
}
