import { v7 as newId } from 'uuid';
import { afterEach, expect, it, vi } from 'vitest';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { isAbandoned, whileBeating } from './beat.ts';
import { beginFileRun } from './import-file.ts';
import { readRun } from './runs.ts';

afterEach(() => {
  vi.useRealTimers();
});

const begun = '2026-03-02T08:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(begun) + seconds * 1000).toISOString();

it('counts as cut off when signs of life have not come for a while, and only where it says that it runs', () => {
  const row = { state: 'running', beat_at: begun } as const;
  expect([10, 20, 21].map((seconds) => isAbandoned(row, later(seconds)))).toEqual([false, false, true]);
  expect(isAbandoned({ ...row, state: 'failed' }, later(3600))).toBe(false);
});

onEveryDatabase('a run', (store) => {
  async function begin() {
    const studyId = await importSnapshot(store(), smallStudy(`study-${newId()}`), begun);
    const { claim } = await beginFileRun(store(), { studyId, accountId: 'lead', now: begun }, 'a.ris');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    return { claim, beatAt: async () => (await readRun(store(), studyId, claim.run)).beat_at };
  }

  it('gives signs of life as long as it is at work, however long a source lets it wait', async () => {
    const { claim, beatAt } = await begin();
    let now = begun;
    await whileBeating({ store: store(), clock: () => now }, claim, async () => {
      now = later(60);
      vi.advanceTimersByTime(6_000);
    });
    expect(await beatAt()).toBe(later(60));
    now = later(120);
    vi.advanceTimersByTime(60_000);
    expect(await beatAt()).toBe(later(60));
  });

  it('that somebody else has taken up is not kept alive by the process that lost it', async () => {
    const { claim, beatAt } = await begin();
    await whileBeating({ store: store(), clock: () => later(60) }, { ...claim, attempt: 0 }, async () => {
      vi.advanceTimersByTime(6_000);
    });
    expect(await beatAt()).toBe(begun);
  });
});
