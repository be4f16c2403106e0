/**
 * Words that may be quoted, chosen by rule and not by taste: consented to, interpretable, of middle length, from
 * participants, codes and languages as varied as can be. A participant is quoted from one question only, so that quotes
 * cannot be put together into tables of who said what to several; of a withheld count one participant at most.
 */
import { maskIdentifiers } from '../protect/redact.ts';
import type { AnswerKey, CodeId, QuestionId } from '../study/ids.ts';
import type { LookedUpAnswer, StudyLookup } from '../study/lookup.ts';
import type { Coding } from '../study/model.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import type { CodingLayer } from './layer.ts';
import type { Quote } from './model.ts';

const TYPICAL_LENGTH = 60;

export interface Candidate {
  coding: Coding;
  answer: LookedUpAnswer;
}

/** Hands out quotes and remembers them, since what was quoted before bears on what may be quoted next. */
export interface Quoter {
  /** Up to `most` typical quotes of different participants. */
  choose: (candidates: readonly Candidate[], most: number) => Quote[];
  /**
   * The first of these codings that may be quoted and is not of a participant in `already`.
   * @param withheld names the withheld counts that a coding is part of
   */
  next: (
    candidates: readonly Candidate[],
    already: readonly Quote[],
    withheld: (candidate: Candidate) => string[],
  ) => Quote | null;
}

/** @param threshold without one nothing is withheld, and quotes cannot give anything away */
export function createQuoter(lookup: StudyLookup, threshold: number): Quoter {
  const masked = new Map<AnswerKey, string>();
  const questionOf = new Map<number, QuestionId>();
  const quotedOf = new Map<string, number>();

  const participantOf = ({ answer }: Candidate) => lookup.participants[answer.person];
  const mayBeQuoted = (candidate: Candidate) =>
    participantOf(candidate)?.consent === 'quotation' &&
    candidate.answer.answer.standing === 'interpretable' &&
    candidate.answer.answer.text.trim() !== '' &&
    (threshold < 2 ||
      (questionOf.get(candidate.answer.person) ?? candidate.coding.question) === candidate.coding.question);

  const take = ({ coding, answer }: Candidate): Quote => {
    questionOf.set(answer.person, coding.question);
    const text = masked.get(answer.key) ?? maskIdentifiers(answer.answer.text);
    masked.set(answer.key, text);
    const { span } = coding;
    const words = span === null ? text : sliceCodePoints(text, span.start, span.end);
    return { coding: coding.id, answer: answer.key, text: words };
  };

  const choose: Quoter['choose'] = (candidates, most) => {
    const left = candidates.filter(mayBeQuoted).map((candidate) => ({ candidate, fit: fitOf(candidate) }));
    left.sort((a, b) => (a.candidate.coding.id < b.candidate.coding.id ? -1 : 1));
    const chosen: Candidate[] = [];
    while (chosen.length < most) {
      let best: Candidate | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const { candidate, fit } of left) {
        if (chosen.some(({ answer }) => answer.person === candidate.answer.person)) continue;
        const penalty = fit + sameness(candidate, chosen) + (questionOf.has(candidate.answer.person) ? 1 : 0);
        if (penalty < least) [best, least] = [candidate, penalty];
      }
      if (best === null) break;
      chosen.push(best);
    }
    return chosen.map(take);
  };

  const sameness = (candidate: Candidate, chosen: readonly Candidate[]): number => {
    let alike = 0;
    for (const other of chosen) {
      if (other.coding.code === candidate.coding.code) alike += 1;
      if (other.coding.question === candidate.coding.question) alike += 0.7;
      if (participantOf(other)?.language === participantOf(candidate)?.language) alike += 0.7;
    }
    return alike;
  };

  const next: Quoter['next'] = (candidates, already, withheld) => {
    const quoted = new Set(already.map(({ answer }) => lookup.byKey.get(answer)?.person));
    for (const candidate of candidates) {
      const { person } = candidate.answer;
      const counts = withheld(candidate);
      const spent = counts.some((count) => (quotedOf.get(count) ?? person) !== person);
      if (quoted.has(person) || spent || !mayBeQuoted(candidate)) continue;
      for (const count of counts) quotedOf.set(count, person);
      return take(candidate);
    }
    return null;
  };

  return { choose, next };
}

/** 0 for a quote of typical length, more the longer or shorter it is. */
function fitOf({ coding, answer }: Candidate): number {
  const { span } = coding;
  const length = span === null ? codePointLength(answer.answer.text) : span.end - span.start;
  return Math.abs(Math.log(Math.max(1, length) / TYPICAL_LENGTH));
}

/** The codings that count for any of the codes in a question. */
export function candidatesFor(
  layer: CodingLayer,
  question: QuestionId,
  codes: readonly CodeId[],
): Candidate[] {
  const given = layer.given.get(question);
  return codes.flatMap((code) =>
    (given?.get(code) ?? []).flatMap(({ codings, answer }) => codings.map((coding) => ({ coding, answer }))),
  );
}
