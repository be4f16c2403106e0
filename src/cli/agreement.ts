/** `firsthand agreement`: one coefficient of agreement for a table of ratings, whatever they are about. */
import type { Result } from '@firsthand/methods';
import { type Command, jsonOption, oneOf, WrongCall, wholeNumber } from './command.ts';

const STATISTICS = ['alpha', 'kappa', 'fleiss', 'ac1', 'percent'] as const;
export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
type Statistic = (typeof STATISTICS)[number];
export type Level = (typeof LEVELS)[number];

/** Near values count as near: the weights that fit the level (Gwet 2014, ch. 3). */
const WEIGHTS = { nominal: 'unweighted', ordinal: 'ordinal', interval: 'quadratic', ratio: 'ratio' } as const;

export const agreementCommand: Command = {
  name: 'agreement',
  arguments: [
    {
      name: '<file>',
      words: {
        ko: '평정 표: 한 행이 한 단위, 한 열이 한 코더, 첫 행은 이름, 빈칸은 평정 없음',
        en: 'a table of ratings: a row a unit, a column a coder, names in the first row, blank where not rated',
      },
    },
  ],
  words: { ko: '코더 사이의 일치도를 계산합니다', en: 'compute how far coders agree' },
  options: [
    {
      flags: '--statistic <name>',
      words: { ko: `${STATISTICS.join(', ')} (기본 alpha)`, en: `${STATISTICS.join(', ')} (default alpha)` },
    },
    {
      flags: '--level <name>',
      words: {
        ko: `척도: ${LEVELS.join(', ')} (기본 nominal)`,
        en: `${LEVELS.join(', ')} (default nominal)`,
      },
    },
    {
      flags: '--bootstrap <number>',
      words: {
        ko: 'alpha의 구간: 단위를 다시 뽑는 횟수',
        en: 'interval of alpha: how often units are drawn again',
      },
    },
    {
      flags: '--seed <number>',
      words: { ko: '다시 뽑기의 씨앗 (기본 1)', en: 'seed of the draws (default 1)' },
    },
    jsonOption,
  ],
  async run([path = ''], options, { language, out, err }) {
    const statistic = oneOf(options.statistic, '--statistic', STATISTICS, language) ?? 'alpha';
    const level = oneOf(options.level, '--level', LEVELS, language) ?? 'nominal';
    const draws = wholeNumber(options.bootstrap, '--bootstrap', 1, language);
    const seed = wholeNumber(options.seed, '--seed', 0, language) ?? 1;
    const { readRatings } = await import('./ratings-file.ts');
    const ratings = await readRatings(path, level);
    if (statistic === 'kappa' && ratings.coders !== 2) throw new WrongCall(twoCoders, language);
    const result = await agreement(statistic, level, ratings.rows, draws, seed);
    const { estimate, interval, n, method, warnings } = result;
    if (options.json) out(`${JSON.stringify({ estimate, interval, n, method, warnings })}\n`);
    else {
      out(`${method}: ${estimate === null ? '-' : estimate.toFixed(4)}${intervalText(interval)}, n = ${n}\n`);
      for (const warning of warnings) err(`- ${warning.message}\n`);
    }
    return 0;
  },
};

async function agreement(
  statistic: Statistic,
  level: Level,
  ratings: (number | null)[][],
  draws: number | undefined,
  seed: number,
): Promise<Result> {
  const methods = await import('@firsthand/methods');
  const weights = WEIGHTS[level];
  if (statistic === 'alpha') {
    const interval = draws === undefined ? undefined : { random: methods.seededRandom(seed), draws };
    return methods.krippendorffAlpha({ ratings, level, interval });
  }
  const coefficient = {
    kappa: () => methods.cohenKappa({ ratings }, { weights }),
    fleiss: () => methods.fleissKappa({ ratings }, { weights }),
    ac1: () => methods.gwetAc({ ratings }, { weights }),
    percent: () => methods.percentAgreement({ ratings }, { weights }),
  };
  const result = coefficient[statistic]();
  return draws === undefined ? result : { ...result, warnings: [...result.warnings, notDrawn] };
}

const notDrawn = {
  code: 'interval-not-bootstrapped',
  message: 'the interval is the analytic one of this coefficient; only alpha is bootstrapped',
};

const twoCoders = {
  ko: '--statistic kappa: 코더가 정확히 두 명이어야 합니다. 더 많으면 fleiss나 alpha를 쓰십시오',
  en: '--statistic kappa: expected exactly two coders; for more use fleiss or alpha',
};

function intervalText(interval: Result['interval']): string {
  if (interval === null) return '';
  return ` (${interval.lower.toFixed(4)} – ${interval.upper.toFixed(4)}, ${interval.level * 100} %)`;
}
