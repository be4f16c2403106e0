import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/database.ts';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { SavedQuery } from '../model.ts';
import { sources } from '../sources/sources.ts';
import { europepmcPage } from '../testing/europepmc-pages.ts';
import { type Given, type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { type TestAsking, testAsking } from '../testing/surroundings.ts';
import { beginRun } from './begin-run.ts';
import { saveQuery } from './queries.ts';
import { runQuery } from './run-query.ts';
import { runOf } from './run-rows.ts';
import { readRun } from './runs.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

const json = (body: string): Given => ({ body });
/** Three pages of two documents each. */
const pages: Record<string, () => string> = {
  '*': () => europepmcPage([{ id: '1001' }, { id: '1002' }], 'second'),
  second: () => europepmcPage([{ id: '1003' }, { id: '1004' }], 'third'),
  third: () => europepmcPage([{ id: '1005' }, { id: '1006' }], 'end'),
  end: () => europepmcPage([], 'end'),
};
const cursorOf = (url: URL) => url.searchParams.get('cursorMark') ?? '';
const asItShould = (url: URL): Given => json(pages[cursorOf(url)]?.() ?? '{}');
const everyKey = ['MED:1001', 'MED:1002', 'MED:1003', 'MED:1004', 'MED:1005', 'MED:1006'];

onEveryDatabase('a run of a query', (store) => {
  let studyId: string;
  let query: Awaited<ReturnType<typeof saveQuery>>;
  beforeEach(async () => {
    studyId = await importSnapshot(store(), smallStudy(`study-${newId()}`), '2026-03-01T00:00:00.000Z');
    const saved = SavedQuery.parse({
      label: 'Chatbots',
      ask: { source: 'europepmc', settings: { search: 'chatbot' } },
      switchedOn: true,
      every: 'day',
    });
    query = await saveQuery(store(), author(), newId(), saved);
  });

  let day = 2;
  const author = () => ({ studyId, accountId: 'somebody', now: `2026-03-0${day}T00:00:00.000Z` });

  async function run(asking: TestAsking = testAsking('europepmc', server.address)) {
    const begun = await beginRun(store(), author(), query);
    const clock = () => author().now;
    await runQuery({ store: store(), source: sources.europepmc, asking, clock }, begun);
    return runOf(await readRun(store(), studyId, begun.row.run), author().now);
  }

  const keys = async (): Promise<string[]> => {
    const rows = await (store() as Store)
      .selectFrom('scan_source_records')
      .select('source_key')
      .where('study_id', '=', studyId)
      .orderBy('source_key')
      .execute();
    return rows.map(({ source_key }) => source_key);
  };
  const codes = ({ problems }: Awaited<ReturnType<typeof run>>) => problems.map(({ code }) => code);

  it('keeps every page, with progress', async () => {
    server.answer(asItShould);
    expect(await run()).toMatchObject({
      state: 'finished',
      received: 6,
      fresh: 6,
      expected: 6,
      problems: [],
      coversFrom: null,
      coversUntil: '2026-03-02',
    });
    expect(await keys()).toEqual(everyKey);
  });

  it('asks next time for what is new since, some days over, and keeps nothing twice', async () => {
    server.answer(asItShould);
    await run();
    day = 9;
    server.answer(asItShould);
    const again = await run();
    day = 2;
    expect(again).toMatchObject({ state: 'finished', received: 6, fresh: 0, coversFrom: '2026-02-27' });
    expect(server.asked[0]?.searchParams.get('query')).toBe(
      '(chatbot) AND (FIRST_IDATE:[2026-02-27 TO 2026-03-09])',
    );
    expect(await keys()).toEqual(everyKey);
  });

  it('makes a changed record take the place of its earlier form', async () => {
    server.answer(asItShould);
    await run();
    server.answer(() => json(europepmcPage([{ id: '1001', title: 'Another title altogether' }], undefined)));
    expect(await run()).toMatchObject({ received: 1, fresh: 0 });
    const living = await store()
      .selectFrom('scan_members as members')
      .innerJoin('scan_source_records as given', 'given.source_record', 'members.source_record')
      .select(['given.source_key', 'given.record', 'given.supersedes'])
      .where('members.study_id', '=', studyId)
      .where('members.ended_at', 'is', null)
      .execute();
    expect(living.map(({ source_key }) => source_key).sort()).toEqual(everyKey);
    const changed = living.find(({ source_key }) => source_key === 'MED:1001');
    expect(changed?.record).toContain('Another title altogether');
    expect(changed?.supersedes).not.toBeNull();
  });

  describe('where the source goes wrong', () => {
    /** The second page is given in this way, for as long as it is asked for. */
    const second = (bad: (count: number) => Given) => (url: URL, count: number) =>
      cursorOf(url) === 'second' ? bad(count) : asItShould(url);

    const mishaps: [string, string, () => Given][] = [
      [
        'an error inside of an answer of 200',
        'error inside',
        () => json('{"errCode":400,"errMsg":"bad cursor"}'),
      ],
      ['a web page', 'page instead of data', () => ({ type: 'text/html', body: '<html>Back soon</html>' })],
      ['half a page', 'truncated', () => json(pages.second?.().slice(0, 700) ?? '')],
      ['a connection that breaks', 'truncated', () => ({ cutAfter: 300, body: pages.second?.() ?? '' })],
      ['no answer', 'truncated', () => 'hang up'],
      ['a storm of 503', 'unavailable', () => ({ status: 503, body: '' })],
      [
        'a storm of 429',
        'rate limited',
        () => ({ status: 429, headers: { 'retry-after': '7' }, body: 'Slow down' }),
      ],
      ['a refusal', 'refused', () => ({ status: 400, body: 'no such field' })],
      ['something else', 'not the expected form', () => json('[1, 2]')],
    ];
    it.each(mishaps)(
      '%s: the run says so, and goes on later without loss or doubling',
      async (_, code, bad) => {
        server.answer(second(bad));
        const broken = await run();
        expect(broken).toMatchObject({ state: 'failed', received: 2, resumable: true });
        expect(codes(broken)).toEqual([code]);
        expect(await keys()).toEqual(everyKey.slice(0, 2));
        server.answer(asItShould);
        const whole = await run();
        expect(whole).toMatchObject({ id: broken.id, state: 'finished', received: 6, fresh: 6 });
        expect(cursorOf(server.asked[0] ?? new URL('http://x'))).toBe('second');
        expect(await keys()).toEqual(everyKey);
      },
    );

    it('for a moment: it is asked again after longer and longer pauses', async () => {
      server.answer(
        second((count) => (count < 5 ? { status: 503, body: '' } : json(pages.second?.() ?? ''))),
      );
      const asking = testAsking('europepmc', server.address);
      expect(await run(asking)).toMatchObject({ state: 'finished', received: 6, problems: [] });
      expect(asking.slept.filter((ms) => ms > 500)).toEqual([750, 1500, 3000]);
    });

    it('and says how long to wait: that long is waited', async () => {
      server.answer(
        second((count) =>
          count < 3
            ? { status: 429, headers: { 'retry-after': '33' }, body: '' }
            : json(pages.second?.() ?? ''),
        ),
      );
      const asking = testAsking('europepmc', server.address);
      expect((await run(asking)).state).toBe('finished');
      expect(asking.slept).toContain(33_000);
    });

    it('leads in a circle: what came is kept once, and the run ends', async () => {
      server.answer((url) =>
        cursorOf(url) === 'third' ? json(europepmcPage([{ id: '1005' }], 'second')) : asItShould(url),
      );
      const circled = await run();
      expect(circled.state).toBe('failed');
      expect(codes(circled)).toEqual(['cursor repeats']);
      expect(await keys()).toEqual(everyKey.slice(0, 5));
    });

    it('in one record: the others of the page are kept', async () => {
      server.answer((url) =>
        cursorOf(url) === '*'
          ? json(europepmcPage([{ id: '1001' }, { id: '1002', title: { not: 'text' } }], 'second'))
          : asItShould(url),
      );
      const odd = await run();
      expect(odd).toMatchObject({ state: 'finished', received: 5 });
      expect(codes(odd)).toEqual(['records unreadable']);
    });

    it('by changing a page between two reads: a record of the same key is kept once', async () => {
      server.answer(second(() => 'hang up'));
      await run();
      server.answer((url) =>
        cursorOf(url) === 'second'
          ? json(europepmcPage([{ id: '1002' }, { id: '1003' }, { id: '1004' }], 'third'))
          : asItShould(url),
      );
      expect(await run()).toMatchObject({ state: 'finished', fresh: 6 });
      expect(await keys()).toEqual(everyKey);
    });
  });

  it('that is stopped stays where it was', async () => {
    const asking = testAsking('europepmc', server.address);
    server.answer((url, count) => {
      if (count === 2) asking.stop();
      return asItShould(url);
    });
    expect(await run(asking)).toMatchObject({ state: 'stopped', received: 2, resumable: true });
    server.answer(asItShould);
    expect(await run()).toMatchObject({ state: 'finished', received: 6 });
  });

  it('that another process took over keeps nothing more', async () => {
    const first = await beginRun(store(), author(), query);
    const second = await beginRun(store(), author(), query);
    expect(second.row).toMatchObject({ run: first.row.run, attempt: 2 });
    server.answer(asItShould);
    const asking = testAsking('europepmc', server.address);
    await runQuery({ store: store(), source: sources.europepmc, asking, clock: () => author().now }, first);
    expect(await keys()).toEqual([]);
  });

  it('never tells a request more than the source needs', async () => {
    server.answer(asItShould);
    await run(testAsking('europepmc', server.address, { contact: 'library@hospital.example' }));
    expect([...(server.asked[0]?.searchParams.keys() ?? [])].sort()).toEqual([
      'cursorMark',
      'email',
      'format',
      'pageSize',
      'query',
      'resultType',
    ]);
  });
});
