import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../access/refusal.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { livingRecords } from '../documents/store.ts';
import { chatbotsAmongOthers, studyWithRecords } from '../testing/records.ts';
import { decide } from './decide.ts';
import { learnNow } from './learner.ts';
import type { NewScreening, NewSettlement } from './model.ts';
import { nextRecord } from './next-record.ts';
import { screeningSeenBy } from './outcome.ts';
import { conflicts, listRecords, screeningProgress } from './overview.ts';
import { settle } from './settle.ts';
import { readJudgement } from './store.ts';

onEveryDatabase('screening', (store) => {
  let studyId: string;
  let records: string[];
  let second = 0;
  beforeEach(async () => {
    studyId = await studyWithRecords(store(), chatbotsAmongOthers(60, 6));
    records = await livingRecords(store(), studyId);
  });

  const by = (accountId: string) => ({
    studyId,
    accountId,
    now: new Date(Date.parse('2026-03-02T00:00:00Z') + 1000 * second++).toISOString(),
  });
  const screening = (record: string, given: Partial<NewScreening> = {}): NewScreening => ({
    id: newId(),
    record,
    decision: 'include',
    reason: null,
    note: '',
    drawn: 'ranked',
    supersedes: null,
    ...given,
  });
  const seen = async (account: string, record: string) =>
    screeningSeenBy(account, record, await readJudgement(store(), studyId, record));
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'no refusal',
      (error: Refusal) => error.code,
    );
  const one = () => records[0] ?? '';

  describe('deciding', () => {
    it('is blind until two have decided, then open to both', async () => {
      await decide(
        store(),
        by('ann'),
        screening(one(), { decision: 'exclude', reason: 'not-ai', note: 'why' }),
      );
      expect(await seen('bea', one())).toEqual({
        record: one(),
        outcome: 'read by one',
        mine: null,
        others: null,
        settlement: null,
      });
      await decide(store(), by('bea'), screening(one()));
      expect((await seen('ann', one())).others).toMatchObject([{ screener: 'bea', decision: 'include' }]);
      expect((await seen('bea', one())).others).toMatchObject([{ screener: 'ann', reason: 'not-ai' }]);
    });

    it('sent twice is kept once, and differs only as a new decision', async () => {
      const given = screening(one());
      const first = await decide(store(), by('ann'), given);
      expect(await decide(store(), by('ann'), given)).toEqual(first);
      expect(await refusal(decide(store(), by('ann'), { ...given, decision: 'exclude' }))).toBe(
        'screening differs',
      );
      expect(await refusal(decide(store(), by('ann'), screening(one())))).toBe('screening changed');
    });

    it('is changed and taken back by further decisions, and can be made again', async () => {
      const first = await decide(store(), by('ann'), screening(one()));
      const other = await decide(
        store(),
        by('ann'),
        screening(one(), { decision: 'unsure', supersedes: first.id }),
      );
      expect((await seen('ann', one())).mine?.decision).toBe('unsure');
      await decide(store(), by('ann'), screening(one(), { decision: 'taken back', supersedes: other.id }));
      expect(await seen('ann', one())).toMatchObject({ outcome: 'unread', mine: null });
      await decide(store(), by('ann'), screening(one()));
      expect((await seen('ann', one())).mine?.decision).toBe('include');
    });

    it.each([
      ['record unknown', { record: newId() }],
      ['reason unknown', { decision: 'exclude', reason: 'none-of-ours' }],
      ['reason without exclusion', { reason: 'not-ai' }],
    ] as const)('refuses: %s', async (code, given) => {
      expect(await refusal(decide(store(), by('ann'), screening(one(), given)))).toBe(code);
    });
  });

  describe('a record that is joined to another', () => {
    async function join(from: string, to: string) {
      const ended = await store()
        .updateTable('scan_members')
        .set({ ended_at: '2026-03-03T00:00:00.000Z' })
        .where('study_id', '=', studyId)
        .where('record', '=', from)
        .returningAll()
        .execute();
      const moved = ended.map((row) => ({ ...row, member: newId(), record: to, ended_at: null }));
      await store().insertInto('scan_members').values(moved).execute();
    }

    it('hands on what was decided on it, and the decision can be changed there', async () => {
      const [from = '', to = ''] = records;
      const first = await decide(store(), by('ann'), screening(from, { decision: 'exclude' }));
      await decide(store(), by('bea'), screening(to));
      await join(from, to);
      expect((await seen('ann', to)).mine).toEqual(first);
      expect((await seen('ann', to)).outcome).toBe('conflict');
      expect(await refusal(decide(store(), by('ann'), screening(from)))).toBe('record unknown');
      await decide(store(), by('ann'), screening(to, { supersedes: first.id }));
      expect((await seen('bea', to)).outcome).toBe('include');
      const asker = { studyId, accountId: 'ann' };
      expect(await screeningProgress(store(), asker, false)).toMatchObject({
        outcomes: { include: 1, unread: 58 },
        screeners: [{ screener: 'ann', read: 1 }],
      });
    });

    it('leaves the decision that was made on the record that stays', async () => {
      const [from = '', to = ''] = records;
      await decide(store(), by('ann'), screening(from, { decision: 'exclude' }));
      await decide(store(), by('ann'), screening(to));
      await join(from, to);
      expect((await seen('ann', to)).mine?.decision).toBe('include');
    });
  });

  describe('a conflict', () => {
    const settlement = (given: Partial<NewSettlement> = {}): NewSettlement => ({
      id: newId(),
      record: one(),
      decision: 'exclude',
      reason: 'not-care',
      note: 'No bearing on care after all.',
      supersedes: null,
      ...given,
    });

    it('is listed until it is settled with a reason', async () => {
      expect(await refusal(settle(store(), by('cleo'), settlement()))).toBe('no conflict');
      await decide(store(), by('ann'), screening(one()));
      await decide(store(), by('bea'), screening(one(), { decision: 'unsure' }));
      const asker = { studyId, accountId: 'cleo' };
      expect(await conflicts(store(), asker)).toMatchObject([{ document: { id: one() } }]);
      const settled = await settle(store(), by('cleo'), settlement());
      expect(await conflicts(store(), asker)).toEqual([]);
      expect((await seen('ann', one())).outcome).toBe('exclude');
      expect(await refusal(settle(store(), by('dora'), settlement()))).toBe('settlement changed');
      await settle(
        store(),
        by('dora'),
        settlement({ decision: 'include', reason: null, supersedes: settled.id }),
      );
      expect((await seen('ann', one())).outcome).toBe('include');
      expect(await screeningProgress(store(), asker, true)).toMatchObject({
        outcomes: { include: 1, unread: 59 },
        screeners: [
          { screener: 'cleo', read: 0 },
          { screener: 'ann', read: 1 },
          { screener: 'bea', read: 1 },
        ],
      });
    });
  });

  describe('the next record', () => {
    const titleIncludes =
      (word: string) =>
      async (account: string, order: 'ranked' | 'random' = 'ranked') => {
        const next = await nextRecord(store(), { studyId, accountId: account, order, except: new Set() });
        const relevant = next.document?.title?.includes(word) ?? false;
        return { next, relevant };
      };
    const ask = titleIncludes('chatbot');

    async function read(account: string, count: number): Promise<boolean[]> {
      const found: boolean[] = [];
      for (let at = 0; at < count; at++) {
        const { next, relevant } = await ask(account);
        if (next.document === null) break;
        const decision = relevant ? 'include' : 'exclude';
        await decide(store(), by(account), screening(next.document.id, { decision, drawn: next.drawn }));
        await learnNow(store(), studyId, account);
        found.push(relevant);
      }
      return found;
    }

    it('comes at random until there is something to learn from, then by rank, with the words that weigh most', async () => {
      expect((await ask('ann')).next).toMatchObject({ drawn: 'random', why: [], standing: { left: 60 } });
      const found = await read('ann', 30);
      // Ten of sixty are relevant; by rank they are found long before the end.
      expect(found.filter(Boolean)).toHaveLength(10);
      const { next } = await ask('ann');
      expect(next.standing).toMatchObject({
        read: 30,
        left: 30,
        learned: { state: 'ranking', decisions: 30 },
      });
      const text = next.document?.title ?? '';
      const [place] = next.why.flatMap(({ places, word }) =>
        places.filter(({ field }) => field === 'title').map((at) => ({ word, ...at })),
      );
      expect(Array.from(text).slice(place?.start, place?.end).join('').toLowerCase()).toBe(place?.word);
    });

    it('is the same after a restart, from the decisions alone', async () => {
      await read('ann', 20);
      const { next } = await ask('ann');
      const again = store().withoutPlugins(); // the same database, and nothing in memory
      await learnNow(again, studyId, 'ann');
      const restarted = await nextRecord(again, {
        studyId,
        accountId: 'ann',
        order: 'ranked',
        except: new Set(),
      });
      expect(restarted.document?.id).toBe(next.document?.id);
      expect(restarted.why).toEqual(next.why);
    });

    it('is not swayed by what another alone decided', async () => {
      await read('ann', 15);
      await learnNow(store(), studyId, 'bea');
      expect((await ask('bea')).next.standing.learned).toEqual({ state: 'too little' });
    });

    it('is not one that two others have decided, but that one stays in the list', async () => {
      for (const account of ['ann', 'bea']) {
        for (const record of records.slice(0, 58)) await decide(store(), by(account), screening(record));
      }
      const { next } = await ask('cleo');
      expect(records.slice(58)).toContain(next.document?.id);
      expect(next.standing.left).toBe(2);
      const list = await listRecords(store(), { studyId, accountId: 'cleo' }, { from: 0, count: 100 });
      expect(list.records.map(({ id }) => id).sort()).toEqual([...records].sort());
    });

    it('says that all is read when nothing is left', async () => {
      await read('ann', 60);
      const { next } = await ask('ann');
      expect(next).toMatchObject({
        document: null,
        standing: { left: 0, stopping: { next: 'stop', defensible: true } },
      });
    });
  });
});
