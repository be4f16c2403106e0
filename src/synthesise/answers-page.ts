/** The grid of answers: participants as rows, with the codings that count, filtered and page by page. */
import { z } from 'zod';
import { attributeOf, type LookedUpAnswer, type StudyLookup } from '../study/lookup.ts';
import { Answer, Coding, Participant } from '../study/model.ts';
import { fold } from '../text/fold.ts';
import type { CodingLayer } from './layer.ts';

/**
 * One condition on participants; several hold together. `value` is an id, except for `text` (words to be found,
 * whatever their case and spacing). `attribute:ID` compares an attribute of participants.
 */
export const AnswerFilter = z.strictObject({
  field: z.union([
    z.enum(['question-answered', 'code', 'no-code', 'standing', 'language', 'text']),
    z.templateLiteral(['attribute:', z.string()]),
  ]),
  value: z.string().max(200),
});
export type AnswerFilter = z.infer<typeof AnswerFilter>;

export const AnswersRow = z.strictObject({
  participant: Participant,
  answers: z.array(Answer),
  codings: z.array(Coding).describe('those that count: of the consensus, the only coder, or the majority'),
});
export type AnswersRow = z.infer<typeof AnswersRow>;

export const AnswersPage = z.strictObject({
  total: z.int().min(0).describe('participants that meet the filter'),
  rows: z.array(AnswersRow),
});
export type AnswersPage = z.infer<typeof AnswersPage>;

/** `from` counts participants that meet the filter, in canonical order. Withdrawn participants are in none. */
export function answersPage(
  lookup: StudyLookup,
  layer: CodingLayer,
  { from, count, filter }: { from: number; count: number; filter: readonly AnswerFilter[] },
): AnswersPage {
  const byPerson: LookedUpAnswer[][] = lookup.participants.map(() => []);
  for (const { id } of lookup.snapshot.study.questions) {
    for (const answer of lookup.answers.get(id) ?? []) byPerson[answer.person].push(answer);
  }
  const codesOf = (answer: LookedUpAnswer) => layer.byAnswer.get(answer.key) ?? [];
  const tests = filter.map((condition) =>
    testOf(condition, (answer) => codesOf(answer).map(({ code }) => code)),
  );
  const meeting = lookup.participants
    .map((participant, person) => ({ participant, answers: byPerson[person] }))
    .filter((row) => tests.every((test) => test(row)));
  const rows = meeting.slice(from, from + count).map(({ participant, answers }) => ({
    participant,
    answers: answers.map(({ answer }) => answer),
    codings: answers.flatMap((answer) => codesOf(answer).flatMap(({ codings }) => codings)),
  }));
  return { total: meeting.length, rows };
}

interface Row {
  participant: Participant;
  answers: readonly LookedUpAnswer[];
}

function testOf(
  { field, value }: AnswerFilter,
  codesOf: (answer: LookedUpAnswer) => readonly string[],
): (row: Row) => boolean {
  switch (field) {
    case 'question-answered':
      return ({ answers }) => answers.some(({ answer }) => answer.question === value);
    case 'code':
      return ({ answers }) => answers.some((answer) => codesOf(answer).includes(value));
    case 'no-code':
      // An empty value asks for answers that nobody gave any code.
      return ({ answers }) =>
        value === ''
          ? answers.some((answer) => codesOf(answer).length === 0)
          : !answers.some((answer) => codesOf(answer).includes(value));
    case 'standing':
      return ({ answers }) => answers.some(({ answer }) => answer.standing === value);
    case 'language':
      return ({ participant }) => participant.language === value;
    case 'text': {
      const words = fold(value);
      return ({ answers }) => answers.some(({ answer }) => fold(answer.text).includes(words));
    }
    default:
      return ({ participant }) => attributeOf(participant, field.slice('attribute:'.length)) === value;
  }
}
