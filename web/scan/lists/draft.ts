/** The study's lists as they are being written: both languages at hand, what was taken out still there. Pure. */
import type { Criteria, Reasons } from '../../../src/scan/screening/model.ts';
import type { Language, Localised } from '../../../src/study/localised.ts';

export type Both = Record<Language, string>;
export type Rubric = readonly [Both, Both, Both, Both];

export interface DraftReason {
  /** Tells the rows apart while they have no id yet. */
  key: string;
  /** Null until it is kept for the first time. */
  id: string | null;
  label: Both;
  isOut: boolean;
}

export interface DraftCriterion extends DraftReason {
  /** As it was typed. */
  weight: string;
  levels: Rubric;
}

const nothing: Both = { ko: '', en: '' };
const both = ({ ko = '', en = '' }: Localised): Both => ({ ko, en });

export const draftOfReasons = (reasons: Reasons): DraftReason[] =>
  reasons.map(({ id, label }) => ({ key: id, id, label: both(label), isOut: false }));

export const draftOfCriteria = (criteria: Criteria): DraftCriterion[] =>
  criteria.map(({ id, label, weight, levels: [none, little, some, much] }) => ({
    ...{ key: id, id, label: both(label), isOut: false, weight: String(weight) },
    levels: [both(none), both(little), both(some), both(much)],
  }));

export const newReason = (key: string): DraftReason => ({ key, id: null, label: nothing, isOut: false });

export const newCriterion = (key: string): DraftCriterion => ({
  ...newReason(key),
  weight: '1',
  levels: [nothing, nothing, nothing, nothing],
});

/** The row of this key one place up or down. */
export function moved<Row extends DraftReason>(rows: readonly Row[], key: string, by: -1 | 1): Row[] {
  const from = rows.findIndex((row) => row.key === key);
  const [one, other] = [rows[from], rows[from + by]];
  if (one === undefined || other === undefined) return [...rows];
  return rows.map((row, at) => (at === from ? other : at === from + by ? one : row));
}

/** The list to keep; null where a reason has no name in either language, or none is left. */
export function writtenReasons(rows: readonly DraftReason[]): Reasons | null {
  return allOf(withIds(rows), ({ id, label }) => {
    const name = written(label);
    return name === null ? null : { id, label: name };
  });
}

/** The list to keep; null where a name, a level or a weight from 0.1 to 10 is wanting, or no criterion is left. */
export function writtenCriteria(rows: readonly DraftCriterion[]): Criteria | null {
  return allOf(withIds(rows), ({ id, label, weight: typed, levels }) => {
    const [name, weight] = [written(label), weightOf(typed)];
    const [none, little, some, much] = levels.map(written);
    if (name === null || weight === null || !none || !little || !some || !much) return null;
    return { id, label: name, weight, levels: [none, little, some, much] };
  });
}

/** Null where it is no number from 0.1 to 10. */
export function weightOf(typed: string): number | null {
  const weight = typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'));
  return weight >= 0.1 && weight <= 10 ? weight : null;
}

/** Rows that are in one list alone, or read otherwise in the two, and whether the order of those in both differs. */
export function differences<Item extends { id: string }>(
  theirs: readonly Item[],
  yours: readonly Item[],
): { items: { id: string; theirs: Item | null; yours: Item | null }[]; order: boolean } {
  const find = (list: readonly Item[], id: string) => list.find((item) => item.id === id) ?? null;
  const ids = [...new Set([...theirs, ...yours].map(({ id }) => id))];
  const pairs = ids.map((id) => ({ id, theirs: find(theirs, id), yours: find(yours, id) }));
  const orderOf = (list: readonly Item[], other: readonly Item[]) =>
    list.filter(({ id }) => find(other, id) !== null).map(({ id }) => id);
  return {
    items: pairs.filter((pair) => JSON.stringify(pair.theirs) !== JSON.stringify(pair.yours)),
    order: orderOf(theirs, yours).join('\n') !== orderOf(yours, theirs).join('\n'),
  };
}

/** A new row is named after what it says, so that an export can be read; no two have one id. */
function withIds<Row extends DraftReason>(rows: readonly Row[]): (Row & { id: string })[] {
  const left = rows.filter(({ isOut }) => !isOut);
  // Those taken out keep theirs: decisions and appraisals of old name them.
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  return left.map((row) => {
    const id = row.id ?? freeId(idFrom(row.label), taken);
    taken.add(id);
    return { ...row, id };
  });
}

const LONGEST_ID = 48;

function idFrom({ ko, en }: Both): string {
  const said = (en.trim() || ko.trim()).normalize('NFC').toLowerCase();
  const joined = said.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return Array.from(joined).slice(0, LONGEST_ID).join('').replace(/-$/, '') || 'item';
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? wanted : `${wanted}-${nth}`;
    if (!taken.has(id)) return id;
  }
}

function allOf<Row, Item>(rows: readonly Row[], itemOf: (row: Row) => Item | null): Item[] | null {
  const items = rows.flatMap((row) => itemOf(row) ?? []);
  return items.length === rows.length && items.length > 0 ? items : null;
}

function written({ ko, en }: Both): Localised | null {
  const words = [ko.trim(), en.trim()] as const;
  if (words[0] === '' && words[1] === '') return null;
  return { ...(words[0] === '' ? {} : { ko: words[0] }), ...(words[1] === '' ? {} : { en: words[1] }) };
}
