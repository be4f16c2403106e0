/** Two screeners at work over HTTP with the learner on, each until the server says that stopping is defensible. */
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { Document } from '../../src/scan/documents/model.ts';
import {
  Conflict,
  NextRecord,
  RecordList,
  ScreeningProgress,
  WhereReadingStands,
} from '../../src/scan/screening/model.ts';
import type { Calls } from '../workbench/calls.ts';
import { expectThat } from './expect.ts';

/** What is looked for, as far as a program can play a person: words of titles. The second screener overlooks one of them. */
const RELEVANT = /therap|treat|immun/i;
const SEEN_BY_SECOND = /therap|treat/i;
/** While the records are read in, and while a decision is learnt. */
const LOOK_AGAIN_MS = 5;
const PATIENCE_MS = 180_000;

export interface Screened {
  read: number;
  of: number;
  read_by_second: number;
  /** Records drawn at random from the unread at the end, by which stopping is defended. */
  sampled: number;
  conflicts_settled: number;
  included: number;
  relevant: number;
  /** Of the relevant records, the part that the lead has found; and that which both have read and included. */
  recall: number;
  recall_of_both: number;
  estimated_recall: number | null;
  statement: string;
}

export async function screenToStop(lead: Calls, second: Calls): Promise<Screened> {
  const titles = await titlesOf(lead);
  const relevant = [...titles].filter(([, title]) => RELEVANT.test(title)).map(([id]) => id);
  const [first, other] = [await screenAs(lead, RELEVANT), await screenAs(second, SEEN_BY_SECOND)];
  const conflicts = await lead.get('/scan/screening/conflicts', z.array(Conflict));
  for (const { document } of conflicts) {
    const isRelevant = RELEVANT.test(document.title ?? '');
    await lead.post(
      '/scan/screening/settlements',
      {
        id: newId(),
        record: document.id,
        decision: isRelevant ? 'include' : 'exclude',
        reason: isRelevant ? null : 'not-care',
        note: 'Settled by its title.',
        supersedes: null,
      },
      z.unknown(),
    );
  }
  expectThat(
    (await lead.get('/scan/screening/conflicts', z.array(Conflict))).length === 0,
    'conflicts are left after each was settled',
  );
  const included = new Set((await listed(lead, 'include')).map(({ id }) => id));
  const { outcomes } = await lead.get('/scan/screening/progress', ScreeningProgress);
  expectThat(
    Object.values(outcomes).reduce((sum, count) => sum + count, 0) === titles.size,
    'the outcomes do not add up to all records',
  );
  return {
    read: first.read.size,
    of: titles.size,
    read_by_second: other.read.size,
    sampled: first.sampled,
    conflicts_settled: conflicts.length,
    included: included.size,
    relevant: relevant.length,
    recall: relevant.filter((id) => first.read.has(id)).length / relevant.length,
    recall_of_both: relevant.filter((id) => included.has(id)).length / relevant.length,
    estimated_recall: first.stands.recall?.estimate ?? null,
    statement: first.stands.stopping?.statement.en ?? '',
  };
}

interface ReadToStop {
  read: ReadonlySet<string>;
  sampled: number;
  stands: WhereReadingStands;
}

async function screenAs(calls: Calls, relevant: RegExp): Promise<ReadToStop> {
  const read = new Set<string>();
  let sampled = 0;
  for (;;) {
    const stands = await learnt(calls, read.size);
    const next = stands.stopping?.next;
    expectThat(stands.learned.state !== 'failed', 'the learner could make no ranking');
    if (next === 'stop') {
      expectThat(stands.stopping?.defensible === true, 'stopping was said to be right but not defensible');
      return { read, sampled, stands };
    }
    const order = next === 'draw a random sample' ? 'random' : 'ranked';
    const { document, drawn } = await calls.get(`/scan/screening/next?order=${order}`, NextRecord);
    expectThat(document !== null, 'nothing was left to read before the server said that one may stop');
    expectThat(!read.has(document.id), 'a record was given twice to one screener');
    await calls.post('/scan/screening/decisions', decisionOn(document, drawn, relevant), z.unknown());
    read.add(document.id);
    if (next === 'draw a random sample') sampled++;
  }
}

function decisionOn({ id, title }: Document, drawn: 'random' | 'ranked', relevant: RegExp): object {
  const isRelevant = relevant.test(title ?? '');
  return {
    id: newId(),
    record: id,
    decision: isRelevant ? 'include' : 'exclude',
    reason: isRelevant ? null : 'not-care',
    note: '',
    drawn,
    supersedes: null,
  };
}

/** Where reading stands once all that was decided is learnt. */
async function learnt(calls: Calls, decisions: number): Promise<WhereReadingStands> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(LOOK_AGAIN_MS)) {
    const stands = await calls.get('/scan/screening/standing', WhereReadingStands);
    const { learned } = stands;
    if (learned.state === 'preparing' || stands.stopping === null) continue;
    if (learned.state !== 'ranking' || learned.decisions >= decisions) return stands;
  }
  throw new Error('the learner has not caught up with the decisions in three minutes');
}

async function titlesOf(calls: Calls): Promise<Map<string, string>> {
  return new Map((await listed(calls)).map(({ id, title }) => [id, title ?? '']));
}

async function listed(calls: Calls, outcome?: string): Promise<RecordList['records']> {
  const records: RecordList['records'] = [];
  for (;;) {
    const query = new URLSearchParams({ from: String(records.length), count: '500' });
    if (outcome !== undefined) query.set('outcome', outcome);
    const part = await calls.get(`/scan/screening/records?${query}`, RecordList);
    records.push(...part.records);
    if (part.records.length === 0 || records.length >= part.total) return records;
  }
}
