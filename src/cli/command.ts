/** What a command of `firsthand` is: a description that costs nothing to load, and a function that loads what it needs. */
import type { Language } from '../study/localised.ts';

/** 0; 1 where the fault is ours; 2 where it is the input's. */
export type ExitCode = 0 | 1 | 2;
export type InBothLanguages = Record<Language, string>;

/** Where a command writes, and in which language it speaks. */
export interface Terminal {
  language: Language;
  /** Results. */
  out(text: string): void;
  /** Everything else: progress, what was done, what is wrong. */
  err(text: string): void;
  /** Whether `err` is seen by a person as it comes. */
  interactive: boolean;
}

export interface CommandOption {
  /** As commander reads them: `--seed <number>`. */
  flags: string;
  words: InBothLanguages;
}

export interface Command {
  name: string;
  /** `<file>` is needed, `[file]` may be left out, `<files...>` are several. */
  arguments: readonly { name: string; words: InBothLanguages }[];
  words: InBothLanguages;
  options: readonly CommandOption[];
  /** `options` holds what was given, by the name of the long flag in camel case. */
  run(given: readonly string[], options: Record<string, unknown>, terminal: Terminal): Promise<ExitCode>;
}

export const jsonOption: CommandOption = {
  flags: '--json',
  words: { ko: '결과를 JSON 하나로 출력', en: 'print the result as one JSON value' },
};

/** A command that was called wrongly: the input's fault. */
export class WrongCall extends Error {
  constructor(words: InBothLanguages, language: Language) {
    super(words[language]);
    this.name = 'WrongCall';
  }
}

/** The option as a whole number from `minimum`. @throws WrongCall */
export function wholeNumber(
  value: unknown,
  flag: string,
  minimum: number,
  language: Language,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,15}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (number >= minimum) return number;
  throw new WrongCall(
    {
      ko: `${flag}: ${minimum} 이상의 정수가 필요합니다`,
      en: `${flag}: expected a whole number from ${minimum}`,
    },
    language,
  );
}

/** The option as one of `choices`. @throws WrongCall */
export function oneOf<T extends string>(
  value: unknown,
  flag: string,
  choices: readonly T[],
  language: Language,
): T | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  const list = choices.join(', ');
  throw new WrongCall(
    { ko: `${flag}: 가능한 값은 ${list}입니다`, en: `${flag}: expected one of ${list}` },
    language,
  );
}
