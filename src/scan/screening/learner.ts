/**
 * The learner of each screener, kept in the server's memory while people read: it is taught beside the requests, so that a
 * decision is acknowledged at once and the next record comes from the last ranking. After a restart the same decisions make
 * the same learner. What is known of the texts is shared by the screeners of a study; what is learnt from decisions is not.
 */
import { setImmediate as otherPeoplesTurn } from 'node:timers/promises';
import {
  createScreeningLearner,
  explainScore,
  rankUnread,
  refit,
  type ScreeningDecision,
  type ScreeningFeatures,
  type ScreeningLearner,
} from '@firsthand/methods';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { sha256 } from '../../kernel/hash.ts';
import type { Store } from '../../store/database.ts';
import { textOfDocument } from '../documents/merge.ts';
import type { Document } from '../documents/model.ts';
import { readDocuments } from '../documents/store.ts';
import { type Known, knownOf } from './known.ts';
import type { Learned, Recall, Stopping, Why } from './model.ts';
import { type Read, readsOf } from './reads.ts';
import { whereToStop } from './stopping.ts';
import { wordsInDocument } from './word-places.ts';

/** What a screener's learner has come to so far. */
export interface Learning {
  learned: Learned;
  /** Unread records, the likeliest first; null where there is no ranking. */
  ranking: readonly string[] | null;
  recall: Recall | null;
  stopping: Stopping | null;
}

interface Prepared {
  groups: string;
  places: ReadonlyMap<string, number>;
  records: readonly string[];
  features: ScreeningFeatures | 'failed';
}

interface Screener extends Learning {
  learner: ScreeningLearner | null;
  prepared: Prepared | null;
  lessons: readonly ScreeningDecision[];
  /** As last taught, to tell whether anything has been decided since. */
  taught: string;
  atWork: Promise<void> | null;
}

interface OfStudy {
  prepared: Prepared | null;
  preparing: Promise<void> | null;
  screeners: Map<string, Screener>;
}

const TAUGHT_AT_ONCE = 500;
const WORDS_SHOWN = 12;

const memory = new WeakMap<Store, Map<string, OfStudy>>();

function ofStudy(store: Store, studyId: string): OfStudy {
  const studies = memory.get(store) ?? new Map<string, OfStudy>();
  memory.set(store, studies);
  const study = studies.get(studyId) ?? { prepared: null, preparing: null, screeners: new Map() };
  studies.set(studyId, study);
  return study;
}

function screenerOf(store: Store, studyId: string, account: string): Screener {
  const { screeners } = ofStudy(store, studyId);
  const screener = screeners.get(account) ?? {
    learned: { state: 'preparing' },
    ranking: null,
    recall: null,
    stopping: null,
    learner: null,
    prepared: null,
    lessons: [],
    taught: '',
    atWork: null,
  };
  screeners.set(account, screener);
  return screener;
}

/** What was learnt when it was last taught. Asking waits for nothing. */
export function learningOf(store: Store, studyId: string, account: string): Learning {
  return screenerOf(store, studyId, account);
}

/** The words of the document that weigh most, for or against; none where there is no ranking. */
export function whyWords(store: Store, studyId: string, account: string, document: Document): Why[] {
  const { learner, ranking } = screenerOf(store, studyId, account);
  if (learner === null || ranking === null) return [];
  const { words } = explainScore(learner, textOfDocument(document));
  return wordsInDocument(document, words.slice(0, WORDS_SHOWN));
}

/**
 * Teaches the screener's learner what was decided since, once the caller has been answered. Whoever asks meanwhile gets the
 * last ranking; asked again while it is at work, it goes once more round.
 */
export function learnBesideRequests(store: Store, studyId: string, account: string): void {
  void learnNow(store, studyId, account).catch(() => {
    // The store was closed, or could not be read: the next request asks again.
  });
}

/** Done when all that was decided before the call is learnt. @throws where the store cannot be read */
export async function learnNow(store: Store, studyId: string, account: string): Promise<void> {
  const screener = screenerOf(store, studyId, account);
  const before = screener.atWork;
  const turn = (async () => {
    await before?.catch(() => {});
    await otherPeoplesTurn();
    await learn(store, studyId, account, screener);
  })();
  screener.atWork = turn;
  try {
    await turn;
  } finally {
    if (screener.atWork === turn) screener.atWork = null;
  }
}

async function learn(store: Store, studyId: string, account: string, screener: Screener): Promise<void> {
  const known = await knownOf(store, studyId);
  const reads = readsOf(account, known.judgements).filter(({ record }) => known.places.has(record));
  const state = sha256(`${known.groups} ${JSON.stringify(reads)}`);
  if (state === screener.taught) return;
  Object.assign(screener, whereToStop(known.records.length, reads));
  const prepared = await preparedOf(store, studyId, known);
  if (prepared.features === 'failed') screener.learned = { state: 'failed' };
  else await teach(screener, prepared, prepared.features, reads);
  screener.taught = state;
}

async function teach(
  screener: Screener,
  prepared: Prepared,
  features: ScreeningFeatures,
  reads: readonly Read[],
): Promise<void> {
  const lessons = reads.flatMap(({ record, relevant }) => {
    const place = prepared.places.get(record);
    return place === undefined || relevant === null ? [] : [{ record: place, relevant }];
  });
  // Taught in another order the sums differ in their last digits, so where the past has changed all is taught anew.
  const goesOn =
    screener.learner !== null &&
    screener.prepared === prepared &&
    screener.lessons.every(
      ({ record, relevant }, at) => lessons[at]?.record === record && lessons[at].relevant === relevant,
    );
  const learner = goesOn && screener.learner !== null ? screener.learner : createScreeningLearner(features);
  for (let at = goesOn ? screener.lessons.length : 0; at < lessons.length; at += TAUGHT_AT_ONCE) {
    // The fit goes on from the weights that it finds: from zero it is the same after a restart.
    learner.weights.fill(0);
    refit(learner, lessons.slice(at, at + TAUGHT_AT_ONCE));
    await otherPeoplesTurn();
  }
  const canRank = lessons.some(({ relevant }) => relevant) && lessons.some(({ relevant }) => !relevant);
  screener.lessons = lessons;
  screener.learner = learner;
  screener.prepared = prepared;
  screener.ranking = canRank ? Array.from(rankUnread(learner), (at) => prepared.records[at] ?? '') : null;
  screener.learned = canRank ? { state: 'ranking', decisions: lessons.length } : { state: 'too little' };
}

/** Made once for the records as they are; made anew, beside the requests, when records come or are joined. */
async function preparedOf(store: Store, studyId: string, known: Known): Promise<Prepared> {
  const study = ofStudy(store, studyId);
  while (study.prepared?.groups !== known.groups) {
    study.preparing ??= prepare(store, studyId, known).then((prepared) => {
      study.prepared = prepared;
    });
    try {
      await study.preparing;
    } finally {
      study.preparing = null;
    }
  }
  return study.prepared;
}

async function prepare(store: Store, studyId: string, { groups, records, places }: Known): Promise<Prepared> {
  const documents = await readDocuments(store, studyId, records);
  const texts = records.map((record) => {
    const document = documents.get(record);
    return document === undefined ? '' : textOfDocument(document);
  });
  const features = await runInWorker<ScreeningFeatures>('scan/screening/prepare-worker', texts).catch(
    () => 'failed' as const,
  );
  return { groups, records, places, features };
}
