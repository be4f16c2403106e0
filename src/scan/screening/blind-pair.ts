/**
 * The two decisions on a record that were made without sight of another: as they stood when the second of them opened the
 * record to both. What either decided later, having seen the other's, is no independent reading. Pure.
 */
import type { ScreeningTable } from '../../store/screening-tables.ts';
import type { verdicts } from './agreement-model.ts';
import { inTime } from './judgement.ts';
import { SCREENERS_A_RECORD } from './outcome.ts';

export interface Blind {
  screener: string;
  decision: (typeof verdicts)[number];
}

/** In the order of the screeners' ids; null where fewer than two have decided at one time. */
export function blindPair(rows: readonly ScreeningTable[]): [Blind, Blind] | null {
  const standing = new Map<string, Blind>();
  for (const { screener, decision } of [...rows].sort(inTime)) {
    if (decision === 'taken back') standing.delete(screener);
    else standing.set(screener, { screener, decision });
    if (standing.size < SCREENERS_A_RECORD) continue;
    const [one, other] = [...standing.values()].sort((a, b) => (a.screener < b.screener ? -1 : 1));
    return one === undefined || other === undefined ? null : [one, other];
  }
  return null;
}
