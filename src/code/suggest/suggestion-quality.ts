/**
 * How good suggestions are on a study, by cross-validation over participants: what one participant said never helps to
 * code another answer of the same participant. Beside two baselines that anybody would try first.
 */
import { seededRandom } from '@firsthand/methods';
import type { CodeId, ParticipantId, QuestionId } from '../../study/ids.ts';
import { type LookedUpAnswer, lookUp } from '../../study/lookup.ts';
import type { Codebook, Coding } from '../../study/model.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import { calibrate, type Outcome } from './calibration.ts';
import { codebookPassages } from './codebook-passages.ts';
import { createSuggester, type Suggester } from './suggester.ts';

export interface Quality {
  /** Of the codes that answers carry, the share among the first three suggested. */
  top3Recall: number;
  /** Mean over codes of F1 of the codes suggested with enough confidence. */
  macroF1: number;
}

export interface SuggestionQuality {
  answers: number;
  codes: number;
  suggestions: Quality & { calibrationError: number };
  mostFrequent: Quality;
  nearestNeighbour: Quality;
}

interface Example {
  participant: ParticipantId;
  question: QuestionId;
  text: string;
  codings: Coding[];
  codes: Set<CodeId>;
}

/** What a way of suggesting says of one answer: likeliest first, and the codes that it would put on it. */
interface Said {
  ranked: CodeId[];
  chosen: CodeId[];
  /** Of the ranked ones, where the way knows it. */
  confidence?: number[];
}

type Way = (training: readonly Example[]) => (example: Example) => Said;

/** A code suggested with this confidence or more counts as put on the answer. */
const ENOUGH = 0.25;
export const TRIES_FOR_CALIBRATION = 120;

export function suggestionQuality(
  snapshot: StudySnapshot,
  { folds, seed }: { folds: number; seed: number },
): SuggestionQuality {
  const examples = examplesOf(snapshot);
  const foldOf = foldsOf(examples, folds, seed);
  const judge = (way: Way) => {
    const said = new Map<Example, Said>();
    for (let fold = 0; fold < folds; fold++) {
      const answer = way(examples.filter(({ participant }) => foldOf.get(participant) !== fold));
      for (const one of examples) if (foldOf.get(one.participant) === fold) said.set(one, answer(one));
    }
    return said;
  };
  const suggested = judge(bySuggester(snapshot.codebook));
  return {
    answers: examples.length,
    codes: new Set(examples.flatMap(({ codes }) => [...codes])).size,
    suggestions: { ...qualityOf(suggested), calibrationError: calibrationError(suggested) },
    mostFrequent: qualityOf(judge(byFrequency)),
    nearestNeighbour: qualityOf(judge(byNearestAnswer)),
  };
}

/** Interpretable answers with what the team agreed on, or where it agreed on nothing, what anybody coded. */
function examplesOf(snapshot: StudySnapshot): Example[] {
  const pass = snapshot.codings.some((coding) => coding.pass === 'consensus') ? 'consensus' : 'independent';
  const answers = [...lookUp(snapshot).answers.values()].flat();
  return answers.flatMap(({ answer, codings }: LookedUpAnswer) => {
    const given = codings.filter((coding) => coding.pass === pass);
    if (answer.standing !== 'interpretable' || given.length === 0) return [];
    const codes = new Set(given.map(({ code }) => code));
    const { participant, question, text } = answer;
    return [{ participant, question, text, codings: given, codes }];
  });
}

function foldsOf(examples: readonly Example[], folds: number, seed: number): Map<ParticipantId, number> {
  const random = seededRandom(seed);
  const people = [...new Set(examples.map(({ participant }) => participant))].sort();
  const drawn = people.map((id) => ({ id, at: random() })).sort((a, b) => a.at - b.at);
  return new Map(drawn.map(({ id }, at) => [id, at % folds]));
}

function bySuggester(codebook: Codebook): Way {
  return (training) => {
    const suggester = createSuggester();
    for (const passage of codebookPassages(codebook)) suggester.learn(passage);
    for (const { participant, question, text, codings } of training) {
      for (const { id, code, span } of codings) {
        const passage = { id, code, text: span?.quote ?? text, question, participant, coder: null };
        suggester.learn({ ...passage, origin: 'decision' });
      }
    }
    const confidenceOf = calibrate(outcomesOf(suggester, everyNth(training, TRIES_FOR_CALIBRATION), null));
    return ({ text, question }) => {
      const scored = suggester.suggest(text, question, { coder: null }).slice(0, 10);
      const confidence = scored.map(({ score }) => confidenceOf(score));
      const ranked = scored.map(({ code }) => code);
      return { ranked, confidence, chosen: ranked.filter((_, at) => (confidence[at] ?? 0) >= ENOUGH) };
    };
  };
}

/** Suggestions for answers whose codes are known, each made without what its participant said. */
export function outcomesOf(
  suggester: Suggester,
  known: readonly Pick<Example, 'participant' | 'question' | 'text' | 'codes'>[],
  coder: string | null,
): Outcome[] {
  return known.flatMap(({ text, question, participant, codes }) =>
    suggester
      .suggest(text, question, { coder, without: participant })
      .slice(0, 5)
      .map(({ code, score }) => ({ score, right: codes.has(code) })),
  );
}

/** About `count` of the items, spread over all. */
export function everyNth<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, at) => at % step === 0);
}

/** The codes that most answers to the question carry, as many as an answer carries on average. */
const byFrequency: Way = (training) => {
  const counts = new Map<QuestionId, Map<CodeId, number>>();
  for (const { question, codes } of training) {
    const those = counts.get(question) ?? new Map<CodeId, number>();
    counts.set(question, those);
    for (const code of codes) those.set(code, (those.get(code) ?? 0) + 1);
  }
  const usual = Math.round(training.reduce((sum, { codes }) => sum + codes.size, 0) / training.length);
  return ({ question }) => {
    const ranked = [...(counts.get(question) ?? [])].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    return { ranked, chosen: ranked.slice(0, usual) };
  };
};

/** The codes of the one answer that is most like it, whole answer against whole answer. */
const byNearestAnswer: Way = (training) => {
  const index = createSuggester();
  const byId = new Map(training.map((example, at) => [String(at) as CodeId, example]));
  for (const [id, { text, question, participant }] of byId) {
    index.learn({ id, origin: 'decision', code: id, text, question, participant, coder: null });
  }
  return ({ text, question }) => {
    const nearest = index.suggest(text.replaceAll(/[.,;!?\n]/g, ' '), question, { coder: null })[0];
    const codes = [...(byId.get(nearest?.code ?? ('' as CodeId))?.codes ?? [])];
    return { ranked: codes, chosen: codes };
  };
};

function qualityOf(said: ReadonlyMap<Example, Said>): Quality {
  let found = 0;
  let all = 0;
  const byCode = new Map<CodeId, { both: number; either: number }>();
  const count = (code: CodeId, both: number, either: number) => {
    const before = byCode.get(code) ?? { both: 0, either: 0 };
    byCode.set(code, { both: before.both + both, either: before.either + either });
  };
  for (const [{ codes }, { ranked, chosen }] of said) {
    found += ranked.slice(0, 3).filter((code) => codes.has(code)).length;
    all += codes.size;
    for (const code of codes) count(code, chosen.includes(code) ? 2 : 0, chosen.includes(code) ? 2 : 1);
    for (const code of chosen) if (!codes.has(code)) count(code, 0, 1);
  }
  const carried = new Set([...said.keys()].flatMap(({ codes }) => [...codes]));
  const f1 = [...carried].map((code) => {
    const { both, either } = byCode.get(code) ?? { both: 0, either: 1 };
    return either === 0 ? 0 : both / either;
  });
  return {
    top3Recall: all === 0 ? 0 : found / all,
    macroF1: f1.length === 0 ? 0 : f1.reduce((sum, one) => sum + one, 0) / f1.length,
  };
}

/** Mean distance, in ten bins of confidence, between what the first five suggestions claimed and how often they were right. */
function calibrationError(said: ReadonlyMap<Example, Said>): number {
  const bins = Array.from({ length: 10 }, () => ({ claimed: 0, right: 0, count: 0 }));
  for (const [{ codes }, { ranked, confidence = [] }] of said) {
    ranked.slice(0, 5).forEach((code, at) => {
      const claimed = confidence[at] ?? 0;
      const bin = bins[Math.min(9, Math.floor(claimed * 10))];
      if (bin === undefined) return;
      bin.claimed += claimed;
      bin.right += codes.has(code) ? 1 : 0;
      bin.count++;
    });
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { claimed, right }) => sum + Math.abs(claimed - right), 0) / Math.max(1, total);
}
