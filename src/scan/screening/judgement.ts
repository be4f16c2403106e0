/** What was decided on a record, out of all rows that were ever written on it. Pure. */
import type { ScreeningTable, SettlementTable } from '../../store/screening-tables.ts';
import type { Drawn, Screening, Settlement } from './model.ts';

export interface Decided {
  standing: Screening;
  /** How the screener came to the record at first, and when: a later change of mind is no new read. */
  drawn: Drawn;
  firstAt: string;
}

export interface Judgement {
  /** One a screener at most, in the order of the screeners; what was taken back is not among them. */
  decided: Decided[];
  settlement: Settlement | null;
}

/**
 * @param record rows on records that were joined to it count too; where a screener decided on both, what was decided on
 * `record` itself stands
 */
export function judgementOf(
  record: string,
  screenings: readonly ScreeningTable[],
  settlements: readonly SettlementTable[],
): Judgement {
  const screeners = [...new Set(screenings.map(({ screener }) => screener))].sort();
  const decided = screeners.flatMap((screener): Decided[] => {
    const rows = screenings.filter((row) => row.screener === screener).sort(inTime);
    const standing = standingOf(rows, record);
    const [first] = rows;
    if (standing === null || first === undefined || standing.decision === 'taken back') return [];
    return [{ standing: screeningOf(standing), drawn: first.drawn, firstAt: first.recorded_at }];
  });
  const settled = standingOf([...settlements].sort(inTime), record);
  return { decided, settlement: settled === null ? null : settlementOf(settled) };
}

type Row = { record: string; recorded_at: string; supersedes: string | null } & (
  | { screening: string }
  | { settlement: string }
);

const idOf = (row: Row): string => ('screening' in row ? row.screening : row.settlement);

export function inTime(left: Row, right: Row): number {
  const order = (one: Row) => `${one.recorded_at} ${idOf(one)}`;
  return order(left) < order(right) ? -1 : 1;
}

/** The last row, which may be one that was taken back. */
export function standingOf<One extends Row>(rows: readonly One[], record: string): One | null {
  const superseded = new Set(rows.map(({ supersedes }) => supersedes));
  const ends = rows.filter((row) => !superseded.has(idOf(row)));
  return ends.find((row) => row.record === record) ?? ends[0] ?? null;
}

export function screeningOf(row: ScreeningTable): Screening {
  const { screening: id, record, screener, decision, reason, note, drawn, recorded_at, supersedes } = row;
  return { id, record, screener, decision, reason, note, drawn, recordedAt: recorded_at, supersedes };
}

export function settlementOf(row: SettlementTable): Settlement {
  const { settlement: id, record, decision, reason, note, settled_by, recorded_at, supersedes } = row;
  return { id, record, decision, reason, note, settledBy: settled_by, recordedAt: recorded_at, supersedes };
}
