/**
 * The suggester of each study, kept while the server runs and taught what was decided since it was asked last. Coders
 * are taught by the consensus and by themselves, never by each other, and by nobody in an independent pass.
 */
import { setImmediate as otherPeoplesTurn } from 'node:timers/promises';
import type { Store } from '../../store/database.ts';
import { CodeId, type CoderId, ParticipantId, QuestionId } from '../../study/ids.ts';
import type { Codebook } from '../../study/model.ts';
import { latestCodebook } from '../codebook.ts';
import { answerUnknown } from '../refusals.ts';
import type { Suggestions } from '../suggestion-model.ts';
import { calibrate, type Outcome } from './calibration.ts';
import { codebookPassages } from './codebook-passages.ts';
import { isIndependentPassOpen, readSettings } from './settings-of-study.ts';
import { createSuggester, type Suggester } from './suggester.ts';
import { everyNth, outcomesOf, TRIES_FOR_CALIBRATION } from './suggestion-quality.ts';

/** Beyond these the latest decisions are learned from. */
const MOST_PASSAGES = 5000;
const FEWEST_ANSWERS = 5;
/** Confidence is measured anew when so many more answers are coded. */
const GROWTH = 1.25;
const SHOWN = 5;
const LEARNED_AT_ONCE = 50;

interface Learned {
  suggester: Suggester;
  codebook: Codebook | null;
  /** The time of the latest coding and of the latest end that were learned. */
  until: { made: string; ended: string };
  answers: Map<string, KnownAnswer>;
  measuredAt: number;
  confidenceOf: (score: number) => number;
  /** Learning goes in turns, so that two who ask at once do not learn the same twice. */
  turn: Promise<void>;
}

interface KnownAnswer {
  participant: ParticipantId;
  question: QuestionId;
  text: string;
  codes: Set<CodeId>;
}

const kept = new WeakMap<Store, Map<string, Learned>>();

/** Hints for one answer. @throws Refusal where there is no such answer */
export async function suggestionsFor(
  store: Store,
  { studyId, coder }: { studyId: string; coder: CoderId },
  at: { participant: ParticipantId; question: QuestionId; wave: string },
): Promise<Suggestions> {
  if (!(await readSettings(store, studyId)).suggestions) return { state: 'off', reason: 'switched off' };
  if (await isIndependentPassOpen(store, studyId)) return { state: 'off', reason: 'independent pass' };
  const answer = await store
    .selectFrom('answers')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'answers.study_id')
        .onRef('participants.participant', '=', 'answers.participant'),
    )
    .select('answers.text')
    .where('answers.study_id', '=', studyId)
    .where('answers.participant', '=', at.participant)
    .where('answers.question', '=', at.question)
    .where('answers.wave', '=', at.wave)
    .where('participants.withdrawn', 'is', null)
    .executeTakeFirst();
  if (answer === undefined) throw answerUnknown();
  const learned = await learnedOf(store, studyId, coder);
  if (learned.answers.size < FEWEST_ANSWERS) return { state: 'off', reason: 'too little coded' };
  const inUse = learned.codebook?.codes.filter(({ retired }) => retired !== true) ?? [];
  const usable = new Set<string>(inUse.map(({ id }) => id));
  const given = await codesGivenBy(store, studyId, coder, at);
  const codes = learned.suggester
    .suggest(answer.text, at.question, { coder })
    .filter(({ code }) => usable.has(code) && !given.has(code))
    .slice(0, SHOWN)
    .map(({ code, score }) => ({ code, confidence: learned.confidenceOf(score) }));
  return { state: 'on', learnedFrom: learned.answers.size, codes };
}

async function codesGivenBy(
  store: Store,
  studyId: string,
  coder: CoderId,
  at: { participant: string; question: string; wave: string },
): Promise<Set<string>> {
  const rows = await store
    .selectFrom('codings')
    .leftJoin('coding_ends', (join) =>
      join
        .onRef('coding_ends.study_id', '=', 'codings.study_id')
        .onRef('coding_ends.coding', '=', 'codings.coding'),
    )
    .select('codings.code')
    .where('codings.study_id', '=', studyId)
    .where('codings.participant', '=', at.participant)
    .where('codings.question', '=', at.question)
    .where('codings.wave', '=', at.wave)
    .where('codings.coder', '=', coder)
    .where('coding_ends.coding', 'is', null)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

async function learnedOf(store: Store, studyId: string, coder: CoderId): Promise<Learned> {
  const studies = kept.get(store) ?? new Map<string, Learned>();
  kept.set(store, studies);
  const learned = studies.get(studyId) ?? begun();
  studies.set(studyId, learned);
  const turn = learned.turn.then(async () => {
    learnCodebook(learned, await latestCodebook(store, studyId));
    await learnSince(store, studyId, learned);
    if (learned.answers.size > learned.measuredAt * GROWTH) await measureConfidence(learned, coder);
  });
  // Whoever comes next tries again where this one failed.
  learned.turn = turn.catch(() => {});
  await turn;
  return learned;
}

function begun(): Learned {
  return {
    suggester: createSuggester(),
    codebook: null,
    until: { made: '', ended: '' },
    answers: new Map(),
    measuredAt: 0,
    confidenceOf: calibrate([]),
    turn: Promise.resolve(),
  };
}

function learnCodebook(learned: Learned, codebook: Codebook): void {
  if (learned.codebook?.version === codebook.version) return;
  const before = learned.codebook === null ? [] : codebookPassages(learned.codebook);
  for (const { id } of before) learned.suggester.forget(id);
  for (const passage of codebookPassages(codebook)) learned.suggester.learn(passage);
  learned.codebook = codebook;
}

async function measureConfidence(learned: Learned, coder: CoderId): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const one of everyNth([...learned.answers.values()], TRIES_FOR_CALIBRATION)) {
    outcomes.push(...outcomesOf(learned.suggester, [one], coder));
    await otherPeoplesTurn();
  }
  learned.measuredAt = learned.answers.size;
  learned.confidenceOf = calibrate(outcomes);
}

/** Codings made since, oldest first, then those that were taken back since. */
async function learnSince(store: Store, studyId: string, learned: Learned): Promise<void> {
  const { suggester, until, answers } = learned;
  const made = await store
    .selectFrom('codings')
    .innerJoin('answers', (join) =>
      join
        .onRef('answers.study_id', '=', 'codings.study_id')
        .onRef('answers.participant', '=', 'codings.participant')
        .onRef('answers.question', '=', 'codings.question')
        .onRef('answers.wave', '=', 'codings.wave'),
    )
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'codings.study_id')
        .onRef('participants.participant', '=', 'codings.participant'),
    )
    .select(['codings.coding', 'codings.code', 'codings.coder', 'codings.pass', 'codings.quote'])
    .select([
      'codings.participant',
      'codings.question',
      'codings.wave',
      'codings.recorded_at',
      'answers.text',
    ])
    .where('codings.study_id', '=', studyId)
    // Of the same moment there may be some that were not kept yet when it was asked last; known ones are passed over.
    .where('codings.recorded_at', '>=', until.made)
    .where('participants.withdrawn', 'is', null)
    .orderBy('codings.recorded_at', 'desc')
    .orderBy('codings.pass')
    .orderBy('codings.coding')
    .limit(MOST_PASSAGES)
    .execute();
  for (const [at, row] of made.reverse().entries()) {
    if (at % LEARNED_AT_ONCE === LEARNED_AT_ONCE - 1) await otherPeoplesTurn();
    until.made = row.recorded_at;
    const code = CodeId.parse(row.code);
    const participant = ParticipantId.parse(row.participant);
    const question = QuestionId.parse(row.question);
    const isAgreed = row.pass === 'consensus';
    suggester.learn({
      id: row.coding,
      origin: 'decision',
      code,
      text: row.quote ?? row.text,
      question,
      participant,
      coder: isAgreed ? null : row.coder,
    });
    const key = `${row.participant}/${row.question}/${row.wave}`;
    const known = answers.get(key) ?? { participant, question, text: row.text, codes: new Set<CodeId>() };
    answers.set(key, known);
    known.codes.add(code);
  }
  const ended = await store
    .selectFrom('coding_ends')
    .select(['coding', 'ended_at'])
    .where('study_id', '=', studyId)
    .where('ended_at', '>=', until.ended)
    .orderBy('ended_at')
    .execute();
  for (const { coding, ended_at } of ended) {
    until.ended = ended_at;
    suggester.forget(coding);
  }
}
