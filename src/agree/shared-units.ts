/**
 * The answers that two coders or more were given in the independent pass: the units of every agreement statistic. An
 * answer that a coder was given and left without codes carries that coder's empty set.
 */
import type { CodeId, CoderId, QuestionId } from '../study/ids.ts';
import type { LookedUpAnswer, StudyLookup } from '../study/lookup.ts';
import { codersByParticipant } from './coders.ts';

export interface SharedUnits {
  coders: CoderId[];
  answers: LookedUpAnswer[];
  /** At unit * coders + coder: 1 where the coder was given the answer. */
  given: Uint8Array;
  /** By code, in the order of the codebook: the places, unit * coders + coder, where the coder gave it. */
  places: Map<CodeId, number[]>;
}

/** Interpretable answers with two coders or more, of one question or of all, and what each coder gave. */
export function sharedUnits(lookup: StudyLookup, question: QuestionId | null): SharedUnits {
  const codersOf = codersByParticipant(lookup, 'independent');
  const answers = [...lookup.answers].flatMap(([id, list]) =>
    question !== null && id !== question
      ? []
      : list.filter(
          ({ answer }) =>
            answer.standing === 'interpretable' && (codersOf.get(answer.participant)?.size ?? 0) > 1,
        ),
  );
  const coders = [
    ...new Set(answers.flatMap(({ answer }) => [...(codersOf.get(answer.participant) ?? [])])),
  ].sort();
  const at = new Map(coders.map((coder, index) => [coder, index]));
  const given = new Uint8Array(answers.length * coders.length);
  const found = new Map<CodeId, Set<number>>();
  answers.forEach(({ answer, codings }, unit) => {
    for (const coder of codersOf.get(answer.participant) ?? []) {
      given[unit * coders.length + (at.get(coder) ?? 0)] = 1;
    }
    for (const { pass, coder, code } of codings) {
      const index = at.get(coder);
      const place = unit * coders.length + (index ?? 0);
      if (pass !== 'independent' || index === undefined || given[place] !== 1) continue;
      const places = found.get(code);
      if (places) places.add(place);
      else found.set(code, new Set([place]));
    }
  });
  const inOrder = [...lookup.codes.keys()].filter((code) => found.has(code));
  const places = new Map(inOrder.map((code) => [code, [...(found.get(code) ?? [])]]));
  return { coders, answers, given, places };
}

/** How many different participants the answers are of. */
export function countParticipants({ answers }: SharedUnits): number {
  return new Set(answers.map(({ person }) => person)).size;
}

/** How many answers one coder or more gave the code. */
export function unitsWith({ places, coders }: SharedUnits, code: CodeId): number {
  return new Set((places.get(code) ?? []).map((place) => Math.floor(place / coders.length))).size;
}
