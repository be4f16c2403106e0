/** The database that the benchmark serves: three studies, and people with sessions and work in them. */

import { v7 as newId } from 'uuid';
import { randomBelow, seededRandom } from '../../packages/methods/src/index.ts';
import { createAccount, type Role, setRole } from '../../src/access/accounts.ts';
import { coderOf } from '../../src/access/coders.ts';
import { record } from '../../src/access/record.ts';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import { openSession } from '../../src/access/sign-in.ts';
import type { CoderAtWork } from '../../src/code/at-work.ts';
import { keepCoding } from '../../src/code/codings.ts';
import { type AssignmentPlan, NewCoding, NewPass } from '../../src/code/model.ts';
import { movePass, planPass } from '../../src/code/passes.ts';
import { readStudyFolder } from '../../src/collect/index.ts';
import { closeStore, openStore, type Store } from '../../src/store/database.ts';
import { importSnapshot } from '../../src/store/snapshots.ts';
import type { CoderId } from '../../src/study/ids.ts';
import type { StudySnapshot } from '../../src/study/snapshot.ts';
import { documentStudy, largeStudy, passagesOf } from './generated-studies.ts';

export const SAMPLE = 'examples/genai-psychiatry';
/** 100,002 answers to three questions. */
const LARGE = { id: 'large', participants: 33_334, seed: 1 };
const GRID = { id: 'grid', participants: 10_000, seed: 2 };
const DOCUMENT = { id: 'document', bytes: 1_048_576, seed: 3 };
const CODINGS_ON_DOCUMENT = 10_000;
const CODINGS_AT_ONCE = 1_000;
export const STUDIES = { large: LARGE.id, grid: GRID.id, document: DOCUMENT.id };

const COMMON_TO_ALL_CODERS = 0.1;
const PARTICIPANTS_CODED = 2_000;

export interface Person {
  cookie: { name: string; value: string };
}

export interface Prepared {
  sample: StudySnapshot;
  /** Leads every study and codes in none of them. */
  lead: Person;
  /** Each has work in the open pass of the large study. */
  coders: Person[];
  /** Likewise; codes in a browser. */
  browserCoder: Person;
  /** Put the ten thousand codings on the long document; has it in an open pass. */
  documentCoder: Person;
  pass: string;
  documentPass: string;
}

export async function prepareDatabase(file: string, coderCount: number): Promise<Prepared> {
  const sample = await readStudyFolder(SAMPLE);
  const store = await openStore({ kind: 'sqlite', file });
  try {
    const now = new Date().toISOString();
    const large = await importSnapshot(store, largeStudy(sample, LARGE), now);
    const grid = await importSnapshot(store, largeStudy(sample, GRID), now);
    const long = documentStudy(sample, DOCUMENT);
    const document = await importSnapshot(store, long, now);
    const lead = await createAccount(store, 'Lead', now);
    for (const studyId of [large, grid, document]) await setRole(store, studyId, lead, 'lead');

    const accounts: string[] = [];
    const names: CoderId[] = [];
    for (let at = 0; at <= coderCount; at++) {
      accounts.push(await member(store, large, `Coder ${at + 1}`, 'coder', now));
      names.push(await coderName(store, large, accounts[at] as string)); // pushed just before
    }
    const author = { accountId: lead, now };
    const version = sample.codebook.version;
    const pass = await openPass(store, { ...author, studyId: large }, version, {
      coders: names,
      participants: { sample: PARTICIPANTS_CODED },
      shared: COMMON_TO_ALL_CODERS,
      seed: 1,
    });

    const reader = await member(store, document, 'Reader of one', 'coder', now);
    const coder = await coderName(store, document, reader);
    const documentPass = await openPass(store, { ...author, studyId: document }, version, {
      coders: [coder],
      participants: 'all',
      shared: 1,
      seed: 1,
    });
    const by: CoderAtWork = { studyId: document, accountId: reader, role: 'coder', coder, now };
    await codeDocument(store, by, long, documentPass);

    const signedIn: Person[] = [];
    for (const account of accounts) signedIn.push(await signIn(store, account, now));
    const [browserCoder, ...coders] = signedIn;
    if (browserCoder === undefined) throw new Error('expected one coder at least');
    return {
      sample,
      lead: await signIn(store, lead, now),
      coders,
      browserCoder,
      documentCoder: await signIn(store, reader, now),
      pass,
      documentPass,
    };
  } finally {
    await closeStore(store);
  }
}

async function member(store: Store, studyId: string, name: string, role: Role, now: string): Promise<string> {
  const account = await createAccount(store, name, now);
  await setRole(store, studyId, account, role);
  return account;
}

async function coderName(store: Store, studyId: string, account: string): Promise<CoderId> {
  const name = await coderOf(store, studyId, account);
  if (name === null) throw new Error('expected a name to code under');
  return name;
}

async function openPass(
  store: Store,
  author: { studyId: string; accountId: string; now: string },
  codebookVersion: number,
  assign: AssignmentPlan,
): Promise<string> {
  const wanted = NewPass.parse({
    id: newId(),
    kind: 'independent',
    label: 'Benchmark',
    codebookVersion,
    assign,
  });
  await planPass(store, author, wanted);
  await movePass(store, author, wanted.id, 'open');
  return wanted.id;
}

/** As a coder would over weeks, in few transactions. */
async function codeDocument(
  store: Store,
  by: CoderAtWork,
  { answers, codebook }: StudySnapshot,
  passId: string,
): Promise<void> {
  const [answer] = answers;
  if (answer === undefined) throw new Error('expected one answer');
  const random = seededRandom(4);
  const { participant, question, wave, text } = answer;
  const codings = passagesOf(text, CODINGS_ON_DOCUMENT, random).map((span) =>
    NewCoding.omit({ textHash: true }).parse({
      id: newId(),
      passId,
      participant,
      question,
      wave,
      code: codebook.codes[randomBelow(random, codebook.codes.length)]?.id,
      polarity: null,
      span,
      codebookVersion: codebook.version,
      origin: 'person',
      supersedes: null,
    }),
  );
  for (let from = 0; from < codings.length; from += CODINGS_AT_ONCE) {
    await record(store, by, async (recording) => {
      for (const coding of codings.slice(from, from + CODINGS_AT_ONCE)) {
        await keepCoding(recording, by, coding, 'independent');
      }
    });
  }
}

async function signIn(store: Store, account: string, now: string): Promise<Person> {
  return { cookie: { name: SESSION_COOKIE, value: await openSession(store, account, now) } };
}
