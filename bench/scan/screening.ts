/** Two screeners at work over HTTP with the learner on, each until the server says that stopping is defensible. */
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Conflict, RecordList, ScreeningProgress } from '../../src/scan/screening/model.ts';
import { screenToStop } from '../../src/scan/testing/screen-to-stop.ts';
import type { Calls } from '../workbench/calls.ts';
import { expectThat } from './expect.ts';

/** What is looked for, as far as a program can play a person: words of titles. The second screener overlooks one of them. */
const RELEVANT = /therap|treat|immun/i;
const SEEN_BY_SECOND = /therap|treat/i;
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

export async function screenTogether(lead: Calls, second: Calls): Promise<Screened> {
  const titles = await titlesOf(lead);
  const relevant = [...titles].filter(([, title]) => RELEVANT.test(title)).map(([id]) => id);
  const first = await screenToStop(lead, (title) => RELEVANT.test(title));
  const other = await screenToStop(second, (title) => SEEN_BY_SECOND.test(title));
  for (const { stands } of [first, other])
    expectThat(stands.stopping?.defensible === true, 'stopping was said to be right but not defensible');
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
    read: first.read.length,
    of: titles.size,
    read_by_second: other.read.length,
    sampled: first.sampled,
    conflicts_settled: conflicts.length,
    included: included.size,
    relevant: relevant.length,
    recall: relevant.filter((id) => first.read.includes(id)).length / relevant.length,
    recall_of_both: relevant.filter((id) => included.has(id)).length / relevant.length,
    estimated_recall: first.stands.recall?.estimate ?? null,
    statement: first.stands.stopping?.statement.en ?? '',
  };
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
