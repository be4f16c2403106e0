/** The command's own words, apart from those of its commands. */
import type { CommanderError } from 'commander';
import type { Language } from '../study/localised.ts';

export const words = {
  program: {
    ko: '개방형 응답에서 근거가 있는 보고서까지: 실무 기반 호라이즌 스캐닝',
    en: 'From open answers to a report that can be checked: practice-based horizon scanning',
  },
  languageOption: { ko: '명령과 보고서의 언어', en: 'language of the command and its report' },
  helpOption: { ko: '도움말', en: 'show this help' },
  ourFault: {
    ko: 'firsthand의 잘못으로 끝났습니다. 아래 내용을 알려 주십시오:',
    en: 'firsthand failed through a fault of its own. Please report this:',
  },
  more: { ko: (count: number) => `… 그 밖에 ${count}개`, en: (count: number) => `… and ${count} more` },
} as const;

const titles: Record<string, string> = {
  'Usage:': '사용법:',
  'Arguments:': '인자:',
  'Options:': '옵션:',
  'Commands:': '명령:',
};

/** Titles of the help, which the library writes in English. */
export function helpTitle(title: string, language: Language): string {
  return language === 'ko' ? (titles[title] ?? title) : title;
}

const faults: Record<string, (about: string) => string> = {
  'commander.unknownCommand': (about) => `\`${about}\`라는 명령은 없습니다`,
  'commander.unknownOption': (about) => `\`${about}\`라는 옵션은 없습니다`,
  'commander.missingArgument': (about) => `인자 \`${about}\`이(가) 필요합니다`,
  'commander.optionMissingArgument': (about) => `옵션 \`${about}\`에 값이 필요합니다`,
  'commander.excessArguments': () => '인자가 너무 많습니다',
};

/** What is wrong with a command line, from the library's error: in Korean by its code and what it quotes. */
export function commandLineFault({ code, message }: CommanderError, language: Language): string {
  const fault = language === 'ko' ? faults[code] : undefined;
  if (fault === undefined) return message.replace(/^error: /, '');
  return `${fault(/'([^']+)'/.exec(message)?.[1] ?? '')} (firsthand --help)`;
}
