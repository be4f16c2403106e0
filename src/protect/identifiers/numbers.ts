/**
 * Numbers that states, banks and hospitals give to one person. A resident registration number is told by its shape
 * and its date of birth: numbers issued since October 2020 have random digits where others have a place and a check
 * digit (Ministry of the Interior and Safety, 2020), so that the check digit only makes surer.
 */
import { byPattern, type Detector, type Found } from './finding.ts';

const RESIDENT = /(?<!\d)(\d{2})(\d{2})(\d{2})(?:\s?-\s?|\s)?([0-9])(?:(\d{6})|[*●○xX_]{6}|(?=\D|$))(?!\d)/g;

/** Whole, masked after the first digit (`900101-1******`) or cut off there, which still tells birth and sex. */
function* residentNumbers(text: string): Iterable<Found> {
  for (const match of text.matchAll(RESIDENT)) {
    const [whole, year = '', month = '', day = '', digit = '', rest] = match;
    if (rest === undefined && !whole.includes('-')) continue; // seven digits without a hyphen are any number
    if (!isDate(century(digit) + Number(year), Number(month), Number(day))) continue;
    const kind = /[5-8]/.test(digit) ? 'foreigner-registration-number' : 'resident-registration-number';
    const sure = rest !== undefined && hasCheckDigit(whole.replace(/\D/g, ''));
    yield { kind, start: match.index, end: match.index + whole.trimEnd().length, sure };
  }
}

/** The seventh digit tells the century: 9 and 0 the nineteenth, 1, 2, 5 and 6 the twentieth, the others the next. */
function century(digit: string): number {
  if (/[90]/.test(digit)) return 1800;
  return /[1256]/.test(digit) ? 1900 : 2000;
}

export function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 20260331 */
export function isCompactDate(digits: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits) ?? [];
  return isDate(Number(year), Number(month), Number(day));
}

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Weighted sum modulo 11; foreigners' numbers add 2 to the digit. */
function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((before, weight, at) => before + weight * Number(digits[at]), 0);
  const digit = (11 - (sum % 11)) % 10;
  const foreigner = /[5-8]/.test(digits[6] ?? '');
  return Number(digits[12]) === (foreigner ? (digit + 2) % 10 : digit);
}

const UNIT = /^\s?(?:원|명|개|건|회|번|년|달러|만|천|mg|ml|mcg|g\b|%|won|people|patients|times|years)/i;

export const numberDetectors: readonly Detector[] = [
  residentNumbers,
  byPattern({
    kind: 'social-security-number',
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-\d{2}-\d{4}(?![\d-])/g,
  }),
  byPattern({ kind: 'driver-licence-number', pattern: /(?<![\d-])\d{2}-\d{2}-\d{6}-\d{2}(?![\d-])/g }),
  byPattern({ kind: 'passport-number', pattern: /(?<![A-Za-z\d])[MSRODG]\d{3}[A-Z\d]\d{4}(?![A-Za-z\d])/g }),
  byPattern({ kind: 'card-number', pattern: /(?<![\d-])\d{4}([- ])\d{4}\1\d{4}\1\d{4}(?![\d-])/g }),
  byPattern({
    kind: 'medical-record-number',
    pattern:
      /(?:(?:등록|차트|환자|병록|진료|의무기록|수진자)\s?(?:번호|no\.?|id)|\bMRN|\bchart\s?(?:no\.?|number|#)|\b(?:medical\s)?record\s(?:no\.?|number|#)|\b(?:hospital|NHS|patient|pt\.?)\s?(?:no\.?|number|id|#)|\bID(?=\s?[:#]))\s*(?:[:#.은는이]|is)?\s*(?<it>[A-Za-z]{0,3}-?\d(?:[\d -]{2,12}\d))/gi,
  }),
  byPattern({
    kind: 'medical-record-number',
    pattern: /(?<![\d.,:/-])\d{8,10}(?![.,:/-]{0,2}\d)/g,
    sure: false,
    unless: (number, after) => UNIT.test(after) || isCompactDate(number) || /^01\d{8,9}$/.test(number),
  }),
];
