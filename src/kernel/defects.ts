/**
 * Defects of somebody's input as codes with values, so that one defect reads in Korean and in English. `Problem` is
 * what a person sees; the words are in `messages/`. Values never hold a cell of a table: it could be an answer.
 */
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import { InputProblems, MOST_PROBLEMS_SHOWN, type Problem } from './problems.ts';

/** What is wrong, what is expected. */
export type Words = readonly [problem: string, expected: string];
export type DefectCode = keyof typeof en;
export type DefectValues<C extends DefectCode> = Parameters<(typeof en)[C]>[0];
export type MessageLanguage = 'ko' | 'en';

/** `row` as in `Problem`; in a YAML file it is the line. */
export interface Place {
  file: string;
  row?: number;
  column?: string;
}

/** Ready to be told in either language. */
export interface Defect extends Place {
  code: DefectCode;
  words: Record<MessageLanguage, Words>;
}

export function defect<C extends DefectCode>(place: Place, code: C, values: DefectValues<C>): Defect {
  // TypeScript does not relate `C` to the entry it indexes; `en` and `ko` have one type, and `values` is by `C`.
  const words = (messages: typeof en) => (messages[code] as (values: DefectValues<C>) => Words)(values);
  return { ...place, code, words: { ko: words(ko), en: words(en) } };
}

export function problemOf({ words, ...place }: Defect, language: MessageLanguage): Problem {
  const [problem, expected] = words[language];
  return { ...place, problem, expected };
}

/** Gathers defects: counts all of them, keeps those that will be shown. */
export interface DefectList {
  add<C extends DefectCode>(place: Place, code: C, values: DefectValues<C>): void;
  addAll(defects: Iterable<Defect>): void;
  readonly total: number;
  /** @throws InputProblems where there was any */
  throwIfAny(language: MessageLanguage): void;
}

export function defectList(): DefectList {
  const kept: Defect[] = [];
  let total = 0;
  const keep = (one: Defect) => {
    total++;
    if (kept.length < MOST_PROBLEMS_SHOWN) kept.push(one);
  };
  return {
    add: (place, code, values) => keep(defect(place, code, values)),
    addAll: (defects) => {
      for (const one of defects) keep(one);
    },
    get total() {
      return total;
    },
    throwIfAny: (language) => {
      if (total > 0)
        throw new InputProblems(
          kept.map((one) => problemOf(one, language)),
          total,
        );
    },
  };
}

/** For reading that cannot go on, as where a file is no table at all; the caller adds it to its list. */
export class Unreadable extends Error {
  readonly defect: Defect;

  constructor(what: Defect) {
    super(what.code);
    this.name = 'Unreadable';
    this.defect = what;
  }
}
