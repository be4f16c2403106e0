/** Somebody who screens over HTTP as the page does it, with the learner on, until the server says that one may stop. */
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { NextRecord, type Screening, WhereReadingStands } from '../screening/model.ts';

/** Calls of one person below the study. */
export interface ScreenerCalls {
  get<Model>(path: string, model: z.ZodType<Model>): Promise<Model>;
  post<Model>(path: string, body: unknown, model: z.ZodType<Model>): Promise<Model>;
}

export interface ReadToStop {
  /** In the order in which they were read. */
  read: string[];
  /** How many of them were drawn at random to defend stopping. */
  sampled: number;
  stands: WhereReadingStands;
}

/** While a decision is learnt. */
const LOOK_AGAIN_MS = 5;
const PATIENCE_MS = 180_000;

/** @throws where the server gives a record twice, or nothing more, before it says stop */
export async function screenToStop(
  calls: ScreenerCalls,
  isRelevant: (title: string) => boolean,
): Promise<ReadToStop> {
  const read: string[] = [];
  let sampled = 0;
  for (;;) {
    const stands = await whenLearnt(calls);
    const next = stands.stopping?.next;
    if (next === 'stop') return { read, sampled, stands };
    const order = next === 'draw a random sample' ? 'random' : 'ranked';
    const { document, drawn } = await calls.get(`/scan/screening/next?order=${order}`, NextRecord);
    if (document === null)
      throw new Error('nothing was left to read before the server said that one may stop');
    if (read.includes(document.id)) throw new Error('a record was given twice to one screener');
    await decideOn(calls, document.id, { drawn, include: isRelevant(document.title ?? '') });
    read.push(document.id);
    if (next === 'draw a random sample') sampled++;
  }
}

export async function decideOn(
  calls: ScreenerCalls,
  record: string,
  { drawn, include }: { drawn: Screening['drawn']; include: boolean },
): Promise<void> {
  const decision = include ? 'include' : 'exclude';
  const reason = include ? null : 'not-care';
  const screening = { id: newId(), record, decision, reason, note: '', drawn, supersedes: null };
  await calls.post('/scan/screening/decisions', screening, z.unknown());
}

/** Where reading stands once all that was decided is learnt. */
async function whenLearnt(calls: ScreenerCalls): Promise<WhereReadingStands> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(LOOK_AGAIN_MS)) {
    const stands = await calls.get('/scan/screening/standing', WhereReadingStands);
    const { learned, stopping, read } = stands;
    if (learned.state === 'failed') throw new Error('the learner could make no ranking');
    if (learned.state === 'preparing' || stopping === null) continue;
    if (learned.state === 'too little' || learned.decisions >= read) return stands;
  }
  throw new Error('the learner has not caught up with the decisions in three minutes');
}
