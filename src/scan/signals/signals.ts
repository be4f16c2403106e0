/** External signals in versions; who saves names the version that they edited. */
import { type Author, record as keep } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ExternalSignalTable } from '../../store/screening-tables.ts';
import { textOfDocument } from '../documents/merge.ts';
import { joinedRecords, livingAmong, readDocuments } from '../documents/store.ts';
import { knownOf } from '../screening/known.ts';
import { outcomeOf } from '../screening/outcome.ts';
import { sharedWords, starClusters } from './clusters.ts';
import { koreanStems } from './korean-stems.ts';
import { type ExternalSignal, SignalContent, type SignalEdit, type Suggestions } from './model.ts';
import { recordsUnknown, signalChanged } from './refusals.ts';
import { textVectors } from './text-vectors.ts';

/** Those that stand, in the order in which they were begun; records that were joined to others are named by those. */
export async function readSignals(store: Store, studyId: string): Promise<ExternalSignal[]> {
  const rows = await store
    .selectFrom('external_signal_versions')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('signal')
    .orderBy('version')
    .execute();
  const latest = new Map(rows.map((row) => [row.signal, row]));
  return signalsOf(store, studyId, [...latest.values()]);
}

/** Null where there is none, or it was taken away. */
export async function readSignal(
  store: Store,
  studyId: string,
  signal: string,
): Promise<ExternalSignal | null> {
  const last = await latestVersion(store, studyId, signal);
  return last === undefined ? null : ((await signalsOf(store, studyId, [last]))[0] ?? null);
}

function latestVersion(store: Store, studyId: string, signal: string) {
  return store
    .selectFrom('external_signal_versions')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('signal', '=', signal)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function signalsOf(
  store: Store,
  studyId: string,
  rows: readonly ExternalSignalTable[],
): Promise<ExternalSignal[]> {
  const joined = rows.length === 0 ? new Map<string, string>() : await joinedRecords(store, studyId);
  const contents = rows.flatMap((row) => {
    if (row.document === null) return [];
    const content = SignalContent.parse(JSON.parse(row.document));
    const records = [...new Set(content.records.map((record) => joined.get(record) ?? record))];
    return [{ row, content: { ...content, records } }];
  });
  const named = [...new Set(contents.flatMap(({ content }) => content.records))];
  const living = await livingAmong(store, studyId, named);
  return contents.map(({ row, content }) => ({
    ...content,
    id: row.signal,
    version: row.version,
    missing: content.records.filter((record) => !living.has(record)),
    by: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}

/** Keeps an edit as the next version; null where the signal was taken away. Sent again it is answered as before. @throws Refusal */
export async function saveSignal(
  store: Store,
  by: Author,
  id: string,
  { expected, signal }: SignalEdit,
): Promise<ExternalSignal | null> {
  return keep(store, by, async ({ transaction, did, tell }) => {
    const last = await latestVersion(transaction, by.studyId, id);
    const document = signal === null ? null : JSON.stringify(signal);
    const shown = async (row: ExternalSignalTable) =>
      (await signalsOf(transaction, by.studyId, [row]))[0] ?? null;
    const isAgain =
      last?.version === expected + 1 && last.document === document && last.recorded_by === by.accountId;
    if (isAgain) return shown(last);
    if ((last?.version ?? 0) !== expected) throw signalChanged(last && (await shown(last)));
    const living = await livingAmong(transaction, by.studyId, signal?.records ?? []);
    const unknown = (signal?.records ?? []).filter((record) => !living.has(record));
    if (unknown.length > 0) throw recordsUnknown(unknown.length);
    const row: ExternalSignalTable = {
      study_id: by.studyId,
      signal: id,
      version: expected + 1,
      document,
      recorded_by: by.accountId,
      recorded_at: by.now,
    };
    await transaction.insertInto('external_signal_versions').values(row).execute();
    did(document === null ? 'external signal taken away' : 'external signal written', id, row);
    tell({ kind: 'scan', id });
    return shown(row);
  });
}

/** Cosine similarity at which two documents are proposed together: below it abstracts share little but their manner. */
const LEAST_SIMILARITY = 0.25;
const MOST_CLUSTERS = 50;
const MOST_CONSIDERED = 3000;
const WORDS = 6;

/** Proposals among records that are in no signal yet and not excluded, those that were included first. */
export async function suggestSignals(store: Store, studyId: string): Promise<Suggestions> {
  const known = await knownOf(store, studyId);
  const used = new Set((await readSignals(store, studyId)).flatMap(({ records }) => records));
  const outcome = (record: string) =>
    outcomeOf(known.judgements.get(record) ?? { decided: [], settlement: null });
  const open = known.records.filter((record) => !used.has(record) && outcome(record) !== 'exclude');
  const includedFirst = [
    ...open.filter((record) => outcome(record) === 'include'),
    ...open.filter((record) => outcome(record) !== 'include'),
  ].slice(0, MOST_CONSIDERED);
  const documents = [...(await readDocuments(store, studyId, includedFirst)).values()].sort((left, right) =>
    left.id < right.id ? -1 : 1,
  );
  const texts = documents.map(textOfDocument);
  const vectors = textVectors(texts);
  // Told to people by whole words, without their particles.
  const stem = koreanStems(texts);
  const named = textVectors(texts, (word) => (word.length < 2 ? [] : [stem(word)]));
  const clusters = starClusters(vectors, LEAST_SIMILARITY)
    .slice(0, MOST_CLUSTERS)
    .flatMap(({ members }) => {
      const records = members.flatMap(({ place, similarity }) => {
        const document = documents[place];
        return document === undefined ? [] : [{ id: document.id, title: document.title, similarity }];
      });
      const [centre] = records;
      const own = members.flatMap(({ place }) => named[place] ?? []);
      return centre === undefined ? [] : [{ centre: centre.id, words: sharedWords(own, WORDS), records }];
    });
  return { considered: documents.length, clusters };
}
