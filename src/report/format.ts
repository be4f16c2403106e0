/** How numbers are spelled, in one place: the figure, the sentence and the table must not round differently. */
import type { Count, IntervalValue, Share, Statistic } from '../protect/released.ts';
import type { Language } from '../study/localised.ts';
import type { Analysis } from './model.ts';

/** Whole per cent; a share above zero never reads as none, and one below all never as all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** `19–35`: the bounds in whole per cent, the sign left to the estimate beside them. */
export function percentRange(interval: IntervalValue): string {
  return `${Math.round(interval.lower * 100)}–${Math.round(interval.upper * 100)}`;
}

/** Fixed decimals with a true minus sign. */
export function decimal(value: number, digits = 2): string {
  const fixed = value.toFixed(digits);
  return Number(fixed) === 0 ? fixed.replace('-', '') : fixed.replace('-', '−');
}

/** `0.62–0.79`; with a word between where a bound is negative, since a dash beside a minus sign would mislead. */
export function range(
  { lower, upper }: { lower: number; upper: number },
  language: Language,
  digits = 2,
): string {
  const between = lower >= 0 ? '–' : language === 'ko' ? ' ~ ' : ' to ';
  return `${decimal(lower, digits)}${between}${decimal(upper, digits)}`;
}

/** A p- or q-value to three decimals, or that it is smaller. */
export function probability(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** `q = 0.031`, `q < 0.001`. */
export function qWords(q: number): string {
  return q < 0.001 ? 'q < 0.001' : `q = ${probability(q)}`;
}

/** The word that stands where a number may not. */
export const withheldWord = { ko: '비공개', en: 'withheld' } as const;
/** The word where the data do not determine a number. */
export const undefinedWord = { ko: '해당 없음', en: 'n/a' } as const;

type NotShown = { state: 'withheld' } | { state: 'undefined' };

export function notShownWord({ state }: NotShown, language: Language): string {
  return state === 'withheld' ? withheldWord[language] : undefinedWord[language];
}

export function countText(count: Count, language: Language): string {
  return count.state === 'shown' ? grouped(count.value) : withheldWord[language];
}

/** `1,640`: Korean and English group alike. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `31/118 · 26% (19–35)`. */
export function shareText(share: Share, language: Language): string {
  if (share.state !== 'shown') return notShownWord(share, language);
  return `${share.count}/${share.of} · ${percent(share.estimate)} (${percentRange(share.interval)})`;
}

/** `0.71 (0.62–0.79)`. */
export function statisticText(statistic: Statistic, language: Language): string {
  if (statistic.state !== 'shown') return notShownWord(statistic, language);
  const { estimate, interval } = statistic;
  return interval === null ? decimal(estimate) : `${decimal(estimate)} (${range(interval, language)})`;
}

/** `66%, 51–78`, to stand inside brackets after a count. */
export function insideBrackets(share: { estimate: number; interval: IntervalValue | null } | null): string {
  if (share === null) return '–';
  return [percent(share.estimate), ...(share.interval ? [percentRange(share.interval)] : [])].join(', ');
}

/** The rule by which shares have their intervals, or null where no share is shown. */
export function intervalMethod({ synthesis, priorities }: Analysis): string | null {
  const shares = [...synthesis.prevalence, ...synthesis.codes].map(({ share }) => share);
  for (const share of [...shares, ...priorities.map(({ support }) => support)])
    if (share.state === 'shown') return share.interval.method;
  return null;
}
