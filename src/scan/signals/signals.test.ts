import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../access/refusal.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { livingRecords } from '../documents/store.ts';
import { decide } from '../screening/decide.ts';
import { studyWithRecords } from '../testing/records.ts';
import { starClusters } from './clusters.ts';
import type { SignalContent } from './model.ts';
import { readSignalRecords } from './signal-records.ts';
import { readSignals, saveSignal, suggestSignals } from './signals.ts';
import { textVectors } from './text-vectors.ts';

const texts = [
  'Delusion reinforced by a chatbot companion',
  'A chatbot companion and reinforced delusion: two cases',
  'Copper surfaces in hospital rooms',
  '챗봇이 망상을 강화한 사례',
  '망상을 강화하는 챗봇에 대한 보고',
  'Bed linen and copper in hospital rooms',
  'Nothing like the others whatsoever',
];
const about = (place: number | undefined) => texts[place ?? -1] ?? '';

describe('clusters', () => {
  it('gather texts around the one that most resemble, in either language', () => {
    const stars = starClusters(textVectors(texts), 0.25).map(({ members }) =>
      members.map(({ place }) => place).sort(),
    );
    expect(stars.sort()).toEqual([
      [0, 1],
      [2, 5],
      [3, 4],
    ]);
    expect(about(6)).toContain('Nothing');
  });

  it('take each text once at most, each similar enough to its centre, and are the same every time', () => {
    const words = fc.constantFrom('asthma', 'bridge', 'copper', 'delusion', 'engine', '망상', '챗봇과');
    const documents = fc.array(
      fc.array(words, { maxLength: 6 }).map((list) => list.join(' ')),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(documents, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (given, least) => {
        const stars = starClusters(textVectors(given), least);
        const members = stars.flatMap((star) => star.members);
        expect(new Set(members.map(({ place }) => place)).size).toBe(members.length);
        expect(members.every(({ similarity }) => similarity >= least && similarity <= 1)).toBe(true);
        expect(starClusters(textVectors(given), least)).toEqual(stars);
      }),
    );
  });
});

onEveryDatabase('an external signal', (store) => {
  let studyId: string;
  let records: string[];
  beforeEach(async () => {
    studyId = await studyWithRecords(
      store(),
      texts.map((title) => ({ title })),
    );
    records = await livingRecords(store(), studyId);
  });
  const by = (accountId: string) => ({ studyId, accountId, now: '2026-03-05T00:00:00.000Z' });
  const content = (given: Partial<SignalContent> = {}): SignalContent => ({
    kind: 'weak signal',
    label: { en: 'Companions' },
    statement: { en: 'Companion chatbots will be asked about at intake.' },
    records: records.slice(0, 2),
    ...given,
  });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Refusal) => error,
    );

  it('is kept in versions, and the slower of two is shown what stands', async () => {
    const id = newId();
    const first = await saveSignal(store(), by('ann'), id, { expected: 0, signal: content() });
    expect(first).toMatchObject({ id, version: 1, kind: 'weak signal', missing: [] });
    expect(await saveSignal(store(), by('ann'), id, { expected: 0, signal: content() })).toEqual(first);
    const late = { expected: 0, signal: content({ kind: 'trend' }) };
    expect(await refusal(saveSignal(store(), by('bea'), id, late))).toMatchObject({
      code: 'signal changed',
      current: first,
    });
    await saveSignal(store(), by('bea'), id, { ...late, expected: 1 });
    expect(await readSignals(store(), studyId)).toMatchObject([{ version: 2, kind: 'trend', by: 'bea' }]);
    expect(await saveSignal(store(), by('ann'), id, { expected: 2, signal: null })).toBeNull();
    expect(await readSignals(store(), studyId)).toEqual([]);
  });

  it('rests on records of the study', async () => {
    const edit = { expected: 0, signal: content({ records: [newId()] }) };
    expect(await refusal(saveSignal(store(), by('ann'), newId(), edit))).toMatchObject({
      code: 'records unknown',
    });
  });

  it('tells title, sources and address of its records, appraised or not', async () => {
    const id = newId();
    await saveSignal(store(), by('ann'), id, { expected: 0, signal: content() });
    expect(await readSignalRecords(store(), studyId, id)).toEqual([
      { id: records[0], title: texts[0], sources: [{ source: 'file', database: null }], address: null },
      { id: records[1], title: texts[1], sources: [{ source: 'file', database: null }], address: null },
    ]);
    await saveSignal(store(), by('ann'), id, { expected: 1, signal: null });
    expect(await refusal(readSignalRecords(store(), studyId, id))).toMatchObject({ code: 'signal unknown' });
    expect(await refusal(readSignalRecords(store(), studyId, newId()))).toMatchObject({ status: 404 });
  });

  it('is helped by proposals among records that are in no signal and not excluded', async () => {
    const titles = async () =>
      (await suggestSignals(store(), studyId)).clusters
        .map((one) => one.records.map(({ title }) => title).sort())
        .sort();
    expect(await titles()).toEqual([
      [texts[1], texts[0]],
      [texts[5], texts[2]],
      [texts[4], texts[3]],
    ]);
    const { clusters } = await suggestSignals(store(), studyId);
    const named = clusters.map((one) => one.words).find((words) => words.includes('망상'));
    expect(named).toEqual(['강화', '망상', '챗봇']);
    await saveSignal(store(), by('ann'), newId(), { expected: 0, signal: content() });
    for (const account of ['ann', 'bea'])
      await decide(store(), by(account), {
        id: newId(),
        record: records[2] ?? '',
        decision: 'exclude',
        reason: null,
        note: '',
        drawn: 'chosen',
        supersedes: null,
      });
    expect(await titles()).toEqual([[texts[4], texts[3]]]);
  });
});
