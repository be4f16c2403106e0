/** What a column of an export holds, told from its cells: answers in free text, an attribute, or something private. */

export type ColumnContent = 'open' | 'category' | 'number' | 'personal' | 'empty' | 'other';

/** Told by the name alone, since what is private must not get into a study by a wrong guess. */
const PERSONAL =
  /e-?mail|이메일|메일|전화|phone|mobile|휴대|연락처|이름|성명|성함|^name$|(?:first|last|full|sur).?name|주소|address|^ip$|ipaddr|생년월일|생일|birth|주민|면허번호|license|token|latitude|longitude|계좌|kakao|카톡/i;
const LONGEST_NAME = 40;

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const MOMENT = /^\d{1,4}[-./년]\s?\d{1,2}[-./월]\s?\d{1,4}|^\d{1,2}:\d{2}|^[A-Z][a-z]{2} \d{1,2},? \d{4}/;
const MOST_CATEGORIES = 20;

/**
 * @param name the column's name, or its question where it has none
 * @param cells the column's cells, trimmed
 */
export function contentOf(name: string, cells: readonly string[]): ColumnContent {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'empty';
  if (name.length <= LONGEST_NAME && PERSONAL.test(name)) return 'personal';
  if (share(filled, (cell) => /^\S+@\S+\.\S+$/.test(cell)) > 0.5) return 'personal';
  if (share(filled, (cell) => MOMENT.test(cell)) > 0.5) return 'other';
  const distinct = new Set(filled).size;
  const numeric = filled.every((cell) => NUMBER.test(cell));
  if (distinct === 1 && filled.length > 1) return 'other'; // tells nobody apart
  if (numeric) return numberContent(filled, distinct);
  if (isOpen(filled, distinct)) return 'open';
  const short = filled.every((cell) => cell.length <= 80);
  return short && distinct <= Math.min(MOST_CATEGORIES, Math.max(2, filled.length / 2))
    ? 'category'
    : 'other';
}

/** Many different long numbers are identifiers. */
function numberContent(filled: readonly string[], distinct: number): ColumnContent {
  if (distinct > filled.length / 2 && filled.some((cell) => cell.replace(/\D/g, '').length > 5))
    return 'other';
  if (distinct === filled.length && isRunning(filled.map(Number))) return 'other';
  return distinct > 5 ? 'number' : 'category';
}

/** 1, 2, 3 and so on, in any order. */
function isRunning(numbers: readonly number[]): boolean {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.length > 2 && sorted.every((number, at) => number === (sorted[0] ?? 0) + at);
}

/** Mostly different, of several words, a quarter of them longer than a label. */
function isOpen(filled: readonly string[], distinct: number): boolean {
  const lengths = filled.map((cell) => cell.length).sort((a, b) => a - b);
  const upperQuarter = lengths[Math.floor(lengths.length * 0.75)] ?? 0;
  const inWords = share(filled, (cell) => /\s/.test(cell));
  return distinct >= Math.max(2, filled.length * 0.4) && upperQuarter >= 12 && inWords >= 0.3;
}

function share(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.filter(holds).length / cells.length;
}
