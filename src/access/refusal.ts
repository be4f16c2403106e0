/** What the server will not do, told so that the person knows what to do instead. Thrown inside a transaction it undoes it. */
import type { Language } from '../study/localised.ts';

export type Words = Record<Language, string>;

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 429 | 502 | 504;

export class Refusal extends Error {
  readonly status: RefusalStatus;
  /** Stable, for programs. */
  readonly code: string;
  readonly words: Words;
  /** What stands there now, where somebody else was faster. */
  readonly current: unknown;

  constructor(status: RefusalStatus, code: string, words: Words, current?: unknown) {
    super(words.en);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.words = words;
    this.current = current;
  }

  /** As `RefusalBody`. */
  body(): object {
    const { code, words, current } = this;
    return { error: words.en, code, message: words, ...(current === undefined ? {} : { current }) };
  }
}
