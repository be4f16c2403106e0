import { expect, it } from 'vitest';
import { record } from '../access/record.ts';
import { liveBus, type StoreEvent } from './live.ts';
import { onEveryDatabase } from './testing/stores.ts';

const by = { studyId: 'study', accountId: 'a', now: '2026-01-01T00:00:00.000Z' };

onEveryDatabase('live updates', (store) => {
  it('reach whoever listens to the study once they are kept, and nobody else', async () => {
    const heard: StoreEvent[] = [];
    const other: StoreEvent[] = [];
    const stop = await liveBus(store()).listen('study', (event) => heard.push(event));
    await liveBus(store()).listen('another', (event) => other.push(event));
    const undone = record(store(), by, async ({ tell }) => {
      tell({ kind: 'memo', id: 'undone' });
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow();
    await record(store(), by, async ({ tell }) => tell({ kind: 'coding', id: 'C1', answer: '가/q1/w1' }));
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    stop();
    await record(store(), by, async ({ tell }) => tell({ kind: 'coding', id: 'C2' }));
    await record(store(), { ...by, studyId: 'another' }, async ({ tell }) => tell({ kind: 'pass', id: 'P' }));
    await expect.poll(() => other.length).toBeGreaterThan(0);
    expect(heard).toEqual([{ studyId: 'study', kind: 'coding', id: 'C1', answer: '가/q1/w1' }]);
    expect(other).toEqual([{ studyId: 'another', kind: 'pass', id: 'P' }]);
  });
});
