/** Conditions on participants as words, and those that can be added. */
import type { Names } from '../../src/report/names.ts';
import { Standing } from '../../src/study/model.ts';
import type { AnswerFilter } from '../../src/synthesise/answers-page.ts';
import type { StudyOutline } from '../kit/api.ts';
import type { Messages } from '../messages/en.ts';

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

/** `역할 = 전공의`, `코드: 망상 강화`. */
export function conditionInWords({ field, value }: AnswerFilter, names: Names, words: Messages): string {
  const said = words.collect.conditions;
  if (field === 'code') return said.code(names.code(value));
  if (field === 'no-code') return said.noCode;
  if (field === 'standing') return said.standing(standingInWords(value, words));
  if (field === 'question-answered') return said.answered(names.question(value));
  if (field === 'text') return said.text(value);
  if (field === 'language') return said.equals(names.attribute('language'), names.value('language', value));
  const attribute = field.replace(/^attribute:/, '');
  return said.equals(
    names.attribute(attribute),
    value === '' ? words.unknown : names.value(attribute, value),
  );
}

function standingInWords(value: string, words: Messages): string {
  const standing = Standing.safeParse(value);
  return standing.success ? words.standing[standing.data] : value;
}

/** Everything that can be asked of participants, in the order of the study. */
export function conditionGroups(outline: StudyOutline, names: Names, words: Messages): OptionGroup[] {
  const { study, codebook } = outline;
  const option = (filter: AnswerFilter): Option => {
    const label = conditionInWords(filter, names, words);
    return { id: `${filter.field}/${filter.value}`, label, find: `${label} ${filter.value}`, filter };
  };
  const groups = words.collect.groups;
  return [
    {
      id: 'attributes',
      label: groups.participants,
      options: [
        ...study.attributes.flatMap(({ id, values = [] }) =>
          values.map((value) => option({ field: `attribute:${id}`, value: value.id })),
        ),
        ...(study.languages.length > 1 ? study.languages : []).map((value) =>
          option({ field: 'language', value }),
        ),
      ],
    },
    {
      id: 'answers',
      label: groups.answers,
      options: [
        ...study.questions.map(({ id }) => option({ field: 'question-answered', value: id })),
        ...Standing.options.map((value) => option({ field: 'standing', value })),
        option({ field: 'no-code', value: '' }),
      ],
    },
    {
      id: 'codes',
      label: groups.codes,
      options: codebook.codes.map(({ id }) => option({ field: 'code', value: id })),
    },
  ];
}
