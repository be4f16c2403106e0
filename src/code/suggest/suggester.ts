/**
 * Which codes a new answer may carry, from passages that were coded before: each clause of the answer is held against
 * every coded passage (cosine of TF-IDF over runs of letters), the nearest ones vote for their codes by the square of
 * their likeness, and a code's score is the best that any clause gives it. Learning a decision is adding a passage, so the
 * next suggestion knows it. Source of the method: k nearest neighbours for text, Yang and Liu, SIGIR 1999.
 */
import type { CodeId, ParticipantId, QuestionId } from '../../study/ids.ts';
import { clausesOf, runsOf } from './features.ts';

/** A passage that carries a code. */
export interface CodedPassage {
  id: string;
  /** A decision of the team, or words of the codebook itself. */
  origin: 'decision' | 'codebook';
  code: CodeId;
  text: string;
  /** Null: of any question. */
  question: QuestionId | null;
  /** Null: of no participant. */
  participant: ParticipantId | null;
  /** Whose decision it is; null where it is everybody's. */
  coder: string | null;
}

export interface Scored {
  code: CodeId;
  /** 0 to 1, not yet a probability. */
  score: number;
}

export interface Suggester {
  learn(passage: CodedPassage): void;
  forget(id: string): void;
  /** Likeliest first. @param without leaves out what one participant said, as for judging the suggestions themselves */
  suggest(
    text: string,
    question: QuestionId,
    asker: { coder: string | null; without?: ParticipantId },
  ): Scored[];
  /** Passages known now. */
  readonly size: number;
}

const NEIGHBOURS = 20;
/** Words of another question count for half: what one is asked shapes what one says. */
const OTHER_QUESTION = 0.5;
/** The codebook's own words are worth a little less than a decision. */
const CODEBOOK = 0.8;
const LEAST_LIKENESS = 0.02;
/** A passage as like as this gives its code full weight. */
const FULL_LIKENESS = 2 / 3;
/** Lengths are measured anew when there are so many more passages. */
const GROWTH = 1.1;

interface Known extends Omit<CodedPassage, 'text'> {
  runs: { run: number; count: number }[];
  length: number;
  alive: boolean;
}

export function createSuggester(): Suggester {
  const numbers = new Map<string, number>();
  /** By run: how many passages hold it, and which, with how often. */
  const postings: { holders: number; at: number[]; counts: number[] }[] = [];
  const passages: Known[] = [];
  const byId = new Map<string, number>();
  let alive = 0;
  let measuredAt = 0;

  const rarity = (run: number) => Math.log(1 + alive / Math.max(1, postings[run]?.holders ?? 1));
  const weight = (run: number, count: number) => (1 + Math.log(count)) * rarity(run);

  function measure(passage: Known): void {
    let sum = 0;
    for (const { run, count } of passage.runs) sum += weight(run, count) ** 2;
    passage.length = Math.sqrt(sum) || 1;
  }

  function learn({ text, ...passage }: CodedPassage): void {
    if (byId.has(passage.id)) return;
    const place = passages.length;
    const runs = [...runsOf(text)].map(([letters, count]) => {
      const run = numbers.get(letters) ?? numbers.size;
      if (run === numbers.size) {
        numbers.set(letters, run);
        postings.push({ holders: 0, at: [], counts: [] });
      }
      const posting = postings[run];
      posting?.at.push(place);
      posting?.counts.push(count);
      if (posting) posting.holders++;
      return { run, count };
    });
    const known = { ...passage, runs, length: 1, alive: true };
    passages.push(known);
    byId.set(passage.id, place);
    alive++;
    measure(known);
  }

  function forget(id: string): void {
    const known = passages[byId.get(id) ?? -1];
    if (known === undefined || !known.alive) return;
    known.alive = false;
    alive--;
    for (const { run } of known.runs) {
      const posting = postings[run];
      if (posting) posting.holders--;
    }
  }

  function likenesses(text: string): Float64Array {
    const found = new Float64Array(passages.length);
    let sum = 0;
    for (const [letters, count] of runsOf(text)) {
      const run = numbers.get(letters);
      const posting = run === undefined ? undefined : postings[run];
      if (run === undefined || posting === undefined || posting.holders === 0) continue;
      const mine = weight(run, count);
      sum += mine ** 2;
      const rare = rarity(run);
      for (let nth = 0; nth < posting.at.length; nth++) {
        const place = posting.at[nth] ?? 0;
        found[place] = (found[place] ?? 0) + mine * (1 + Math.log(posting.counts[nth] ?? 1)) * rare;
      }
    }
    const length = Math.sqrt(sum) || 1;
    for (let place = 0; place < found.length; place++) {
      found[place] = (found[place] ?? 0) / (length * (passages[place]?.length ?? 1));
    }
    return found;
  }

  return {
    learn,
    forget,
    get size() {
      return alive;
    },
    suggest(text, question, { coder, without }) {
      if (alive > measuredAt * GROWTH) {
        for (const passage of passages) measure(passage);
        measuredAt = alive;
      }
      const best = new Map<CodeId, number>();
      for (const clause of clausesOf(text)) {
        const nearest: { likeness: number; code: CodeId }[] = [];
        likenesses(clause).forEach((likeness, place) => {
          const passage = passages[place];
          if (passage === undefined || !passage.alive || likeness <= LEAST_LIKENESS) return;
          if (passage.coder !== null && passage.coder !== coder) return;
          if (without !== undefined && passage.participant === without) return;
          const worth =
            passage.origin === 'codebook' ? CODEBOOK : passage.question === question ? 1 : OTHER_QUESTION;
          nearest.push({ likeness: likeness * worth, code: passage.code });
        });
        nearest.sort((a, b) => b.likeness - a.likeness);
        for (const [code, share] of votes(nearest.slice(0, NEIGHBOURS))) {
          best.set(code, Math.max(best.get(code) ?? 0, share));
        }
      }
      return [...best]
        .map(([code, score]) => ({ code, score }))
        .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
    },
  };
}

/** Each code's share of the neighbours' votes, less where even the nearest is not very like. */
function votes(nearest: readonly { likeness: number; code: CodeId }[]): Map<CodeId, number> {
  const all = nearest.reduce((sum, { likeness }) => sum + likeness ** 2, 0);
  const trust = Math.min(1, (nearest[0]?.likeness ?? 0) / FULL_LIKENESS);
  const shares = new Map<CodeId, number>();
  for (const { likeness, code } of nearest) {
    shares.set(code, (shares.get(code) ?? 0) + (likeness ** 2 / (all + 0.02)) * trust);
  }
  return shares;
}
