/** Asks a source page by page and keeps each page before the next is asked for, until the end, a fault, or a stop. */
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import { type Asking, askFor } from '../sources/ask.ts';
import { type Source, SourceFault } from '../sources/source.ts';
import { whileBeating } from './beat.ts';
import type { BegunRun } from './begin-run.ts';
import { endRun, endStopped, keepPage } from './keep-page.ts';

/** A search that finds millions was not meant so: after this many records a person is asked to go on. */
const MOST_RECORDS_AT_ONCE = 50_000;

export interface Running {
  store: Store;
  source: Source;
  asking: Asking;
  /** UTC ISO, now. */
  clock: () => string;
  onPage?: (run: ScanRunTable) => void;
}

/** What happened is kept with the run; only what is our own fault is thrown, after the run was marked. */
export async function runQuery(running: Running, { claim, row }: BegunRun): Promise<void> {
  const { store, clock, asking } = running;
  try {
    await whileBeating(running, claim, () => readOn(running, { claim, row }));
  } catch (error) {
    const now = { ...claim, now: clock() };
    if (asking.signal.aborted) return endStopped(store, now, asking.signal);
    if (error instanceof SourceFault)
      return endRun(store, now, error.code === 'limit reached' ? 'stopped' : 'failed', error);
    await endRun(store, now, 'failed', {
      code: 'failed here',
      detail: error instanceof Error ? error.name : '',
    });
    throw error;
  }
}

async function readOn(
  { store, source, asking, clock, onPage }: Running,
  { claim, row }: BegunRun,
): Promise<void> {
  const ask = askFor(source, asking);
  const settings = source.settings.parse(JSON.parse(row.settings));
  const span = { from: row.covers_from, until: row.covers_until ?? claim.now.slice(0, 10) };
  const seen = new Set<string | null>([row.cursor]);
  let { cursor, expected } = row;
  for (let records = 0; records < MOST_RECORDS_AT_ONCE; ) {
    asking.signal.throwIfAborted();
    const page = await source.page(ask, { settings, span, cursor }).catch((error) => {
      if (cursor === null || cursor !== row.cursor || !isExpired(error)) throw error;
      // Cursors of some sources live for minutes: the span is read anew, and what is known already is kept once.
      cursor = null;
      return source.page(ask, { settings, span, cursor });
    });
    const isRepeated = page.next !== null && seen.has(page.next);
    // What the page holds is kept, but the place at which to go on stays the one that was good.
    const notes = hasShrunk(expected, page.expected)
      ? [...page.notes, 'results changed' as const]
      : page.notes;
    const goOnAt = page.next === null ? null : { cursor: isRepeated ? cursor : page.next };
    const kept = await keepPage(store, { ...claim, now: clock() }, { ...page, notes }, goOnAt);
    if (kept === null) return;
    onPage?.(kept);
    if (isRepeated) throw new SourceFault('cursor repeats', '');
    if (page.next === null) return;
    seen.add(page.next);
    records += page.records.length;
    cursor = page.next;
    expected = page.expected;
  }
  throw new SourceFault('limit reached', String(MOST_RECORDS_AT_ONCE));
}

function isExpired(error: unknown): boolean {
  return error instanceof SourceFault && (error.code === 'refused' || error.code === 'error inside');
}

/** Where records left the list while it was read by places, those behind moved up, and some may have been passed by. */
function hasShrunk(before: number | null, now: number | null): boolean {
  return before !== null && now !== null && now < before;
}
