/**
 * Days and months of a year: with them an event in a life can be looked up. A year alone, a month alone and a length of
 * time ("3개월", "2024년 이후") are left, as in the Safe Harbor rule (45 CFR 164.514(b)(2)).
 */
import { byPattern, type Detector } from './finding.ts';
import { isCompactDate } from './numbers.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';

export const dateDetectors: readonly Detector[] = [
  // 2026-03-31, 2026. 3. 31., 2026/3/31
  byPattern({
    kind: 'date',
    pattern: new RegExp(`(?<!\\d)(?:19|20)\\d{2}\\s?([-./])\\s?${MONTH_NUMBER}\\s?\\1\\s?${DAY}(?!\\d)`, 'g'),
  }),
  // 26.03.31, '26/3/31
  byPattern({
    kind: 'date',
    pattern: new RegExp(`(?<![\\d./-])'?\\d{2}([./])\\s?${MONTH_NUMBER}\\1\\s?${DAY}(?![\\d/]|\\.\\d)`, 'g'),
  }),
  // 3/31/2026, 31.3.2026
  byPattern({
    kind: 'date',
    pattern: /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d{2}(?![\d/])/g,
  }),
  byPattern({
    kind: 'date',
    pattern: /(?<!\d)(?:19|20)\d{6}(?!\d)/g,
    unless: (digits) => !isCompactDate(digits),
  }),
  // 2026년 3월 31일, 26년 3월, 3월 31일
  byPattern({
    kind: 'date',
    pattern: new RegExp(
      `(?<!\\d)(?:(?:(?:19|20)\\d{2}|'?\\d{2})년도?\\s?${MONTH_NUMBER}월(?:\\s?${DAY}일)?|${MONTH_NUMBER}월\\s?${DAY}일)(?!\\s?(?:간|동안|치))`,
      'g',
    ),
  }),
  // March 31st, 2026; March 2026; Mar. 31
  byPattern({
    kind: 'date',
    pattern: new RegExp(
      `(?<![A-Za-z])${MONTH}\\.?\\s(?:${DAY}(?:st|nd|rd|th)?(?:,?\\s(?:of\\s)?(?:19|20)\\d{2})?|,?\\s?(?:19|20)\\d{2})(?![\\d%])`,
      'g',
    ),
    // "in May 20 patients" is no day.
    unless: (_, after) =>
      /^\s(?:patients|people|clinicians|cases|mg|participants|of (?:my|our|the))/.test(after),
  }),
  // 31st of March 2026, 31 Mar
  byPattern({
    kind: 'date',
    pattern: new RegExp(
      `(?<![\\dA-Za-z.,])${DAY}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?![a-z])\\.?(?:,?\\s(?:19|20)\\d{2})?`,
      'g',
    ),
    unless: (date, after) => /\sMay$/.test(date) && /^\s[a-z]/.test(after), // "20 May help"
  }),
  byPattern({
    kind: 'date',
    pattern:
      /(?:생년월일|생일|출생|\bD\.?O\.?B\.?|\bborn(?:\son)?|\bdate of birth|\bbirthday)\s*(?:[:은는이가]|is)?\s*(?<it>\d{6}|\d{2}[-./]\d{2}[-./]\d{2})(?!\d)/gi,
  }),
];
