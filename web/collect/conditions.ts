/** Conditions on participants as words, and those that can be added. */
import type { AnswerFilter } from '../../src/code/answers-model.ts';
import type { Names } from '../../src/report/names.ts';
import { Standing } from '../../src/study/model.ts';
import type { StudyOutline } from '../kit/api.ts';
import type { Messages } from '../messages/en.ts';
import type { CollectWords } from './words.ts';

export interface Option {
  id: string;
  label: string;
  find: string;
  filter: AnswerFilter;
}

export interface OptionGroup {
  id: string;
  label: string;
  options: Option[];
}

/** What a condition is put into words with. */
export interface Vocabulary {
  names: Names;
  words: Messages;
  collect: CollectWords;
  passName: (id: string) => string;
}

/** One condition's own name among others. */
export const conditionId = (condition: AnswerFilter): string => JSON.stringify(condition);

/** `역할 = 전공의`, `코드: 망상 강화`. */
export function conditionInWords(
  condition: AnswerFilter,
  { names, words, collect, passName }: Vocabulary,
): string {
  const said = collect.conditions;
  const on = (told: string, question?: string) =>
    question === undefined ? told : `${told} · ${names.question(question)}`;
  switch (condition.field) {
    case 'attribute': {
      const { attribute, value } = condition;
      return said.equals(
        names.attribute(attribute),
        value === '' ? words.unknown : names.value(attribute, value),
      );
    }
    case 'answered':
      return said.answered(names.question(condition.question));
    case 'code':
      return on(said.code(names.code(condition.code)), condition.question);
    case 'no code':
      return condition.question === undefined
        ? said.noCode
        : said.noCodeOn(names.question(condition.question));
    case 'standing':
      return on(said.standing(words.standing[condition.standing]), condition.question);
    case 'text':
      return said.text(condition.text);
    case 'assigned':
      return said.assigned(passName(condition.passId));
  }
}

/** Everything that can be asked of participants, in the order of the study. `passes`: those with work for the reader. */
export function conditionGroups(
  { study, codebook }: StudyOutline,
  passes: readonly string[],
  vocabulary: Vocabulary,
): OptionGroup[] {
  const option = (filter: AnswerFilter): Option => {
    const label = conditionInWords(filter, vocabulary);
    const ids = Object.values(filter).slice(1).join(' ');
    return { id: conditionId(filter), label, find: `${label} ${ids}`, filter };
  };
  const { groups } = vocabulary.collect;
  return [
    {
      id: 'attributes',
      label: groups.participants,
      options: [
        ...passes.map((passId) => option({ field: 'assigned', passId })),
        ...study.attributes.flatMap(({ id, values = [] }) =>
          values.map((value) => option({ field: 'attribute', attribute: id, value: value.id })),
        ),
        ...(study.languages.length > 1 ? study.languages : []).map((value) =>
          option({ field: 'attribute', attribute: 'language', value }),
        ),
      ],
    },
    {
      id: 'answers',
      label: groups.answers,
      options: [
        ...study.questions.map(({ id }) => option({ field: 'answered', question: id })),
        ...Standing.options.map((standing) => option({ field: 'standing', standing })),
        option({ field: 'no code' }),
        ...study.questions.map(({ id }) => option({ field: 'no code', question: id })),
      ],
    },
    {
      id: 'codes',
      label: groups.codes,
      options: codebook.codes.map(({ id }) => option({ field: 'code', code: id })),
    },
  ];
}
