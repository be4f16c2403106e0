/** The database that the benchmark serves: three studies, and people with sessions and work in them. */

import { v7 as newId } from 'uuid';
import { createAccount, type Role, setRole } from '../../src/access/accounts.ts';
import { coderOf, takeCoder } from '../../src/access/coders.ts';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import { openSession } from '../../src/access/sign-in.ts';
import type { AssignmentPlan } from '../../src/code/model.ts';
import { NewPass } from '../../src/code/model.ts';
import { movePass, planPass } from '../../src/code/passes.ts';
import { readStudyFolder } from '../../src/collect/index.ts';
import { closeStore, openStore, type Store } from '../../src/store/database.ts';
import { importSnapshot } from '../../src/store/snapshots.ts';
import { CoderId } from '../../src/study/ids.ts';
import type { StudySnapshot } from '../../src/study/snapshot.ts';
import { documentStudy, largeStudy } from './generated-studies.ts';

export const SAMPLE = 'examples/genai-psychiatry';
/** 100,002 answers to three questions. */
const LARGE = { id: 'large', participants: 33_334, seed: 1 };
const GRID = { id: 'grid', participants: 10_000, seed: 2 };
const DOCUMENT = { id: 'document', bytes: 1_048_576, codings: 10_000, coder: 'reader-of-one', seed: 3 };
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
    const document = await importSnapshot(store, documentStudy(sample, DOCUMENT), now);
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

    const reader = await createAccount(store, 'Reader of one', now);
    const coder = CoderId.parse(DOCUMENT.coder);
    await takeCoder(store, document, reader, coder);
    await setRole(store, document, reader, 'coder');
    const documentPass = await openPass(store, { ...author, studyId: document }, version, {
      coders: [coder],
      participants: 'all',
      shared: 1,
      seed: 1,
    });

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

async function signIn(store: Store, account: string, now: string): Promise<Person> {
  return { cookie: { name: SESSION_COOKIE, value: await openSession(store, account, now) } };
}
