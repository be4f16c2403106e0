/** Dates of feeds: RFC 822 in RSS, RFC 3339 in Atom, and what offices write in their place. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a date names, in its own zone (`2026-03-02`), or null where there is no such day. The zone itself, such as
 * KST, is left: a day is what is kept, and it is the day on which the office published.
 */
export function dayOfFeed(text: string): string | null {
  const numbers = /^\s*(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?!\d)/.exec(text);
  if (numbers !== null) return day(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const spoken = /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})(?!\d)/i.exec(text);
  const american = /([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/i.exec(text);
  if (spoken !== null) return day(yearOf(spoken[3] ?? ''), monthOf(spoken[2] ?? ''), Number(spoken[1]));
  if (american !== null) return day(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]));
  return null;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date)
    return null;
  return time.toISOString().slice(0, 10);
}
