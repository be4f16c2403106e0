/** The records on which a signal rests, as far as everybody in the study may read of them. */
import type { Store } from '../../store/database.ts';
import { addressOf } from '../documents/model.ts';
import { readDocuments } from '../documents/store.ts';
import type { SignalRecord } from './model.ts';
import { signalUnknown } from './refusals.ts';
import { readSignal } from './signals.ts';

/** In the order in which they were gathered; those that are in the study no more are left out. @throws Refusal */
export async function readSignalRecords(
  store: Store,
  studyId: string,
  signal: string,
): Promise<SignalRecord[]> {
  const found = await readSignal(store, studyId, signal);
  if (found === null) throw signalUnknown();
  const documents = await readDocuments(store, studyId, found.records);
  return found.records.flatMap((id): SignalRecord[] => {
    const document = documents.get(id);
    if (document === undefined) return [];
    const sources = document.sources.map(({ source, database }) => ({ source, database }));
    return [{ id, title: document.title, sources, address: addressOf(document) }];
  });
}
