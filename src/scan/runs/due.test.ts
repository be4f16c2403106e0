import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noScanSettings } from '../../access/scan-settings.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { SavedQuery } from '../model.ts';
import { europepmcPage } from '../testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { isDue, runDueQueries } from './due.ts';
import { saveQuery } from './queries.ts';
import { listRuns } from './runs.ts';

const query: ScanQueryTable = {
  study_id: 's',
  query: 'q',
  source: 'europepmc',
  label: 'Chatbots',
  settings: '{}',
  switched_on: 1,
  every: 'day',
  changed_by: 'lead',
  changed_at: '2026-03-01T00:00:00.000Z',
};
const run = (given: Partial<ScanRunTable>): ScanRunTable => ({
  study_id: 's',
  run: 'r',
  query: 'q',
  source: 'europepmc',
  file_name: null,
  settings: '{}',
  covers_from: null,
  covers_until: '2026-03-02',
  state: 'finished',
  cursor: null,
  attempt: 1,
  expected: null,
  received: 0,
  fresh: 0,
  problems: '[]',
  started_at: '2026-03-02T08:00:00.000Z',
  beat_at: '2026-03-02T08:05:00.000Z',
  ended_at: '2026-03-02T08:05:00.000Z',
  account_id: 'lead',
  ...given,
});
const at = (day: number, hour: number) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

describe('a saved query is due', () => {
  it('at once where it never ran', () => {
    expect(isDue(query, undefined, at(2, 8))).toBe(true);
  });

  it('when its period is over', () => {
    expect([at(2, 9), at(3, 7), at(3, 8)].map((now) => isDue(query, run({}), now))).toEqual([
      false,
      false,
      true,
    ]);
    const weekly = { ...query, every: 'week' as const };
    expect([at(8, 8), at(9, 8)].map((now) => isDue(weekly, run({}), now))).toEqual([false, true]);
  });

  it('an hour after its source failed, and at once where this program was cut off', () => {
    const failed = run({ state: 'failed' });
    expect([at(2, 9), at(2, 10)].map((now) => isDue(query, failed, now))).toEqual([false, true]);
    const problems = JSON.stringify([{ code: 'interrupted', at: failed.ended_at, detail: '', count: 1 }]);
    expect(isDue(query, run({ state: 'failed', problems }), at(2, 9))).toBe(true);
  });

  it('where its run has lost its process, and not while it runs', () => {
    const running = run({ state: 'running', ended_at: null, beat_at: at(2, 8) });
    expect(isDue(query, running, '2026-03-02T08:00:15.000Z')).toBe(false);
    expect(isDue(query, running, '2026-03-02T08:00:25.000Z')).toBe(true);
  });

  it('not sooner than planned where a person stopped it', () => {
    expect(isDue(query, run({ state: 'stopped' }), at(2, 12))).toBe(false);
  });

  it('never where it is switched off or run by hand', () => {
    expect(isDue({ ...query, switched_on: 0 }, undefined, at(2, 8))).toBe(false);
    expect(isDue({ ...query, every: 'by hand' }, undefined, at(2, 8))).toBe(false);
  });
});

onEveryDatabase('the schedule', (store) => {
  let server: SourceServer;
  beforeAll(async () => {
    server = await startSourceServer();
  });
  afterAll(() => server.close());

  it('runs what is due, in the name of who switched it on, and asks nothing for what is off', async () => {
    const studyId = await importSnapshot(store(), smallStudy(`study-${newId()}`), at(1, 0));
    const saved = (label: string, switchedOn: boolean) =>
      saveQuery(
        store(),
        { studyId, accountId: 'lead', now: at(1, 0) },
        newId(),
        SavedQuery.parse({
          label,
          ask: { source: 'europepmc', settings: { search: label } },
          switchedOn,
          every: 'day',
        }),
      );
    await saved('on', true);
    await saved('off', false);
    server.answer(() => ({ body: europepmcPage([{ id: '1001' }], undefined) }));
    const settings = { ...noScanSettings, addresses: { europepmc: server.address } };
    for (const [day, hour] of [
      [2, 8],
      [2, 12],
      [3, 8],
    ] as const)
      await Promise.all(await runDueQueries(store(), settings, () => at(day, hour)));
    const runs = await listRuns(store(), studyId);
    expect(runs.map(({ started_at, state, account_id }) => [started_at, state, account_id])).toEqual([
      [at(3, 8), 'finished', 'lead'],
      [at(2, 8), 'finished', 'lead'],
    ]);
    expect(server.asked.every((url) => url.searchParams.get('query')?.startsWith('(on)'))).toBe(true);
  });
});
