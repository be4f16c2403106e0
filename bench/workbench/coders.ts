/**
 * Twenty coders at work: each listens to what happens, reads an answer, puts a code on words of it every two seconds, and
 * waits until the server has kept it. What the server said it kept must be there in the end.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { type Random, randomBelow, seededRandom } from '../../packages/methods/src/index.ts';
import { Reading } from '../../src/code/answers-model.ts';
import { CodingList, Work, WorkingCodebook, WorkingCoding } from '../../src/code/model.ts';
import { codePointLength, sliceCodePoints } from '../../src/text/code-points.ts';
import { type Calls, callsOf } from './calls.ts';
import type { Person } from './database.ts';
import { timed } from './times.ts';

const EVERY_MS = 2_000;
const CODE_POINTS_OF_A_SPAN = 12;
const CODINGS_A_PAGE = 1_000;

export interface Worked {
  /** How long each coding took until it was kept. */
  savedMs: number[];
  /** Ids of codings that the server said it kept. */
  kept: string[];
  /** What failed, in the server's words. */
  failures: string[];
  /** Pieces of the event stream that the coder heard. */
  heard: number;
}

/** All open their work first, then code. @returns what each coder did until `seconds` were over */
export async function codeTogether(
  url: string,
  study: string,
  { coders, pass, seconds }: { coders: readonly Person[]; pass: string; seconds: number },
): Promise<Worked[]> {
  const opened = await Promise.all(coders.map((coder) => openWork(callsOf(url, study, coder), pass)));
  return Promise.all(
    opened.map((work, at) =>
      codeAlone(work, {
        pass,
        random: seededRandom(at),
        // Spread over the two seconds, as people are.
        firstAfterMs: (at * EVERY_MS) / coders.length,
        times: Math.floor((seconds * 1000) / EVERY_MS),
      }),
    ),
  );
}

interface OpenWork {
  calls: Calls;
  answers: Work['answers'];
  codebook: WorkingCodebook['codebook'];
}

async function openWork(calls: Calls, pass: string): Promise<OpenWork> {
  const { answers } = await calls.get(`/passes/${pass}/work`, Work);
  const { codebook } = await calls.get('/codebook', WorkingCodebook);
  return { calls, answers, codebook };
}

async function codeAlone(
  { calls, answers, codebook }: OpenWork,
  {
    pass,
    random,
    firstAfterMs,
    times,
  }: { pass: string; random: Random; firstAfterMs: number; times: number },
): Promise<Worked> {
  const worked: Worked = { savedMs: [], kept: [], failures: [], heard: 0 };
  const over = new AbortController();
  const listening = calls.listen(() => worked.heard++, over.signal);
  const began = performance.now() + firstAfterMs;
  for (let turn = 0; turn < times; turn++) {
    await wait(Math.max(0, began + turn * EVERY_MS - performance.now()));
    const [participant, question, wave] = answers[turn % answers.length] ?? [];
    try {
      const reading = await calls.get(`/answers/${participant}`, Reading);
      const answer = reading.answers.find((one) => one.question === question && one.wave === wave);
      if (answer === undefined) throw new Error('the answer is not in the reading');
      const id = newId();
      const start = randomBelow(random, Math.max(1, codePointLength(answer.text) - CODE_POINTS_OF_A_SPAN));
      const quote = sliceCodePoints(answer.text, start, start + CODE_POINTS_OF_A_SPAN);
      const coding = {
        id,
        passId: pass,
        participant,
        question,
        wave,
        code: codebook.codes[randomBelow(random, codebook.codes.length)]?.id,
        polarity: null,
        span: { start, end: start + codePointLength(quote), quote },
        textHash: answer.textHash,
        codebookVersion: codebook.version,
        origin: 'person',
        supersedes: null,
      };
      const { ms } = await timed(() => calls.post('/codings', coding, WorkingCoding));
      worked.savedMs.push(ms);
      worked.kept.push(id);
    } catch (error) {
      worked.failures.push(String(error));
    }
  }
  over.abort();
  await listening;
  return worked;
}

/** How many of these codings the server no longer knows of. */
export async function countLost(
  url: string,
  study: string,
  { lead, pass, kept }: { lead: Person; pass: string; kept: readonly string[] },
): Promise<number> {
  const calls = callsOf(url, study, lead);
  const there = new Set<string>();
  for (let from = 0; ; from += CODINGS_A_PAGE) {
    const page = await calls.get(`/codings?passId=${pass}&from=${from}&count=${CODINGS_A_PAGE}`, CodingList);
    for (const { id } of page.codings) there.add(id);
    if (page.codings.length < CODINGS_A_PAGE) break;
  }
  return kept.filter((id) => !there.has(id)).length;
}
