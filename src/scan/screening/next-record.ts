/** The next record for a screener, from the last ranking; nothing is ever hidden, only put later. */
import type { Store } from '../../store/database.ts';
import { readDocument } from '../documents/store.ts';
import type { Judgement } from './judgement.ts';
import { type Known, knownOf } from './known.ts';
import { learningOf, whyWords } from './learner.ts';
import type { NextRecord, WhereReadingStands } from './model.ts';
import { SCREENERS_A_RECORD, screeningSeenBy } from './outcome.ts';

interface Asked {
  studyId: string;
  accountId: string;
  /** `ranked` gives by rank where there is a ranking, else at random. */
  order: 'ranked' | 'random';
  /** Records that are on the caller's screen or on their way to the server. */
  except: ReadonlySet<string>;
}

const nobody: Judgement = { decided: [], settlement: null };

export async function nextRecord(store: Store, asked: Asked): Promise<NextRecord> {
  const { studyId, accountId, order, except } = asked;
  const known = await knownOf(store, studyId);
  const { ranking } = learningOf(store, studyId, accountId);
  const judgementOf = (record: string) => known.judgements.get(record) ?? nobody;
  const isOffered = (record: string) =>
    known.places.has(record) && !except.has(record) && isLeftFor(accountId, judgementOf(record));
  const byRank = order === 'ranked' ? ranking?.find(isOffered) : undefined;
  const record = byRank ?? known.atRandom.find(isOffered);
  const document = record === undefined ? null : await readDocument(store, studyId, record);
  return {
    document,
    // What is left beyond a ranking that was made before it came is drawn at random too.
    drawn: byRank === undefined ? 'random' : 'ranked',
    screening: document === null ? null : screeningSeenBy(accountId, document.id, judgementOf(document.id)),
    why: document === null ? [] : whyWords(store, studyId, accountId, document),
    standing: whereReadingStands(store, asked, known),
  };
}

/** Who has decided, or comes after two who have, need not read the record; it stays in the list. */
function isLeftFor(account: string, { decided }: Judgement): boolean {
  return (
    decided.length < SCREENERS_A_RECORD && decided.every(({ standing }) => standing.screener !== account)
  );
}

export function whereReadingStands(
  store: Store,
  { studyId, accountId }: Pick<Asked, 'studyId' | 'accountId'>,
  known: Known,
): WhereReadingStands {
  const { learned, recall, stopping } = learningOf(store, studyId, accountId);
  let read = 0;
  let left = known.records.length;
  for (const [record, judgement] of known.judgements) {
    if (!known.places.has(record)) continue;
    if (judgement.decided.some(({ standing }) => standing.screener === accountId)) read++;
    if (!isLeftFor(accountId, judgement)) left--;
  }
  return { records: known.records.length, read, left, learned, recall, stopping };
}
