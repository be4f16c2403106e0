/** Tables of people and answers: who is in the study, how often themes, codes and priorities come up. */
import type { Count } from '../../protect/released.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import type { Breakdown } from '../../synthesise/model.ts';
import type { Analysis } from '../model.ts';
import { type Cell, countCell, named, namedHeader, shareCells, shareHeader, type Table } from './table.ts';

/** The inclusion flow: a row a stage, for all participants or for one question. */
export function flowTable({ study }: StudySnapshot, { flow }: Analysis): Table {
  const question = named(study.questions);
  const all = ['', '', ''];
  const stage = (of: Cell[], name: string, count: Count | null): Cell[] => [
    ...of,
    name,
    count === null ? null : countCell(count),
  ];
  return {
    header: [...namedHeader('question'), 'stage', 'count'],
    rows: [
      stage(all, 'invited', flow.invited),
      stage(all, 'responded', flow.responded),
      stage(all, 'withdrawn', flow.withdrawn),
      stage(all, 'no interpretable answer', flow.noInterpretableAnswer),
      stage(all, 'included', flow.included),
      ...flow.questions.flatMap((entry) => [
        stage(question(entry.question), 'answered', entry.answered),
        stage(question(entry.question), 'non-substantive', entry.nonSubstantive),
        stage(question(entry.question), 'undecided', entry.undecided),
        stage(question(entry.question), 'interpretable', entry.interpretable),
      ]),
    ],
  };
}

const groupHeader = ['attribute', 'value'];

/** Rows of a number and of its groups: the row of all has neither attribute nor value. */
function withGroups(start: Cell[], share: Cell[], breakdowns: readonly Breakdown[]): Cell[][] {
  return [
    [...start, '', '', ...share],
    ...breakdowns.flatMap(({ attribute, groups }) =>
      groups.map((group) => [...start, attribute, group.value, ...shareCells(group.share)]),
    ),
  ];
}

export function prevalenceTable({ study, themes }: StudySnapshot, { synthesis }: Analysis): Table {
  const question = named(study.questions);
  const theme = named(themes);
  return {
    header: [...namedHeader('question'), ...namedHeader('theme'), ...groupHeader, ...shareHeader],
    rows: synthesis.prevalence.flatMap((entry) =>
      withGroups(
        [...question(entry.question), ...theme(entry.theme)],
        shareCells(entry.share),
        entry.breakdowns,
      ),
    ),
  };
}

export function codesTable({ study, codebook }: StudySnapshot, { synthesis }: Analysis): Table {
  const question = named(study.questions);
  const code = named(codebook.codes);
  const polarity = (name: string): string[] => [`${name}_count`, `${name}_of`];
  const polarityCells = (entry: (typeof synthesis.codes)[number]): Cell[] =>
    [entry.polarity.positive, entry.polarity.negative, entry.polarity.mixed].flatMap((share) =>
      shareCells(share).slice(0, 2),
    );
  return {
    header: [
      ...namedHeader('question'),
      ...namedHeader('code'),
      ...shareHeader,
      ...['positive', 'negative', 'mixed'].flatMap(polarity),
    ],
    rows: synthesis.codes.map((entry) => [
      ...question(entry.question),
      ...code(entry.code),
      ...shareCells(entry.share),
      ...polarityCells(entry),
    ]),
  };
}

export function prioritiesTable(snapshot: StudySnapshot, { priorities }: Analysis): Table {
  const priority = named(snapshot.priorities);
  return {
    header: ['rank', ...namedHeader('priority'), ...groupHeader, ...shareHeader],
    rows: priorities.flatMap((entry) =>
      withGroups([entry.rank, ...priority(entry.priority)], shareCells(entry.support), entry.breakdowns),
    ),
  };
}
