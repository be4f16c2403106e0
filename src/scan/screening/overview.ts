/** All records with what was decided on them, the conflicts among screeners, and how far screening is. */
import type { Store } from '../../store/database.ts';
import { readDocuments } from '../documents/store.ts';
import type { Judgement } from './judgement.ts';
import { type Known, knownOf } from './known.ts';
import { learningOf } from './learner.ts';
import { type Conflict, Outcome, type RecordList, type ScreeningProgress } from './model.ts';
import { outcomeOf, screeningSeenBy } from './outcome.ts';

const nobody: Judgement = { decided: [], settlement: null };

interface Asker {
  studyId: string;
  accountId: string;
}

/** The caller's ranking first, then those that it does not hold; every record is in it. */
export async function listRecords(
  store: Store,
  { studyId, accountId }: Asker,
  { outcome, from, count }: { outcome?: Outcome; from: number; count: number },
): Promise<RecordList> {
  const known = await knownOf(store, studyId);
  const ranking = (learningOf(store, studyId, accountId).ranking ?? []).filter((record) =>
    known.places.has(record),
  );
  const ranked = new Set(ranking);
  const all = [...ranking, ...known.records.filter((record) => !ranked.has(record))];
  const judgementOf = (record: string) => known.judgements.get(record) ?? nobody;
  const asked = outcome === undefined ? all : all.filter((one) => outcomeOf(judgementOf(one)) === outcome);
  const page = asked.slice(from, from + count);
  const documents = await readDocuments(store, studyId, page);
  const records = page.flatMap((record) => {
    const document = documents.get(record);
    if (document === undefined) return [];
    const { id, title, year, journal } = document;
    const seen = screeningSeenBy(accountId, record, judgementOf(record));
    return [{ id, title, year, journal, outcome: seen.outcome, mine: seen.mine?.decision ?? null }];
  });
  return { total: asked.length, records };
}

export async function conflicts(store: Store, { studyId, accountId }: Asker): Promise<Conflict[]> {
  const known = await knownOf(store, studyId);
  const open = living(known).filter(([, judgement]) => outcomeOf(judgement) === 'conflict');
  const documents = await readDocuments(
    store,
    studyId,
    open.map(([record]) => record),
  );
  return open.flatMap(([record, judgement]) => {
    const document = documents.get(record);
    return document === undefined
      ? []
      : [{ document, screening: screeningSeenBy(accountId, record, judgement) }];
  });
}

function living(known: Known): [string, Judgement][] {
  return [...known.judgements].filter(([record]) => known.places.has(record));
}

/** @param everybody whether the caller may know how far each screener is */
export async function screeningProgress(
  store: Store,
  { studyId, accountId }: Asker,
  everybody: boolean,
): Promise<ScreeningProgress> {
  const known = await knownOf(store, studyId);
  const outcomes = Object.fromEntries(Outcome.options.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >; // every option is there
  const excluded = new Map<string | null, number>();
  const screeners = new Map<string, number>([[accountId, 0]]);
  const judged = living(known);
  outcomes.unread = known.records.length - judged.length;
  for (const [, judgement] of judged) {
    const outcome = outcomeOf(judgement);
    outcomes[outcome]++;
    for (const { standing } of judgement.decided)
      screeners.set(standing.screener, (screeners.get(standing.screener) ?? 0) + 1);
    if (outcome !== 'exclude') continue;
    const reason = reasonOf(judgement);
    excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  }
  return {
    outcomes,
    excluded: [...excluded]
      .map(([reason, count]) => ({ reason, count }))
      .sort(
        (left, right) => right.count - left.count || String(left.reason).localeCompare(String(right.reason)),
      ),
    screeners: [...screeners]
      .filter(([screener]) => everybody || screener === accountId)
      .map(([screener, read]) => ({ screener, read })),
  };
}

/** Where two exclude for different reasons, that of the first screener who gave one. */
function reasonOf({ decided, settlement }: Judgement): string | null {
  if (settlement !== null) return settlement.reason;
  return decided.find(({ standing }) => standing.reason !== null)?.standing.reason ?? null;
}
