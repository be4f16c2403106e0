/** Tables of what the methods give: agreement, saturation, alignment. */
import type { AlignmentPair } from '../../align/model.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import type { Saturation } from '../../synthesise/model.ts';
import type { Analysis } from '../model.ts';
import {
  type Cell,
  countCell,
  named,
  namedHeader,
  rounded,
  statisticCells,
  statisticHeader,
  type Table,
  WITHHELD,
} from './table.ts';

/** A row a statistic's place: all codes or one, all coders or a pair, all questions or one. */
export function agreementTable({ study, codebook }: StudySnapshot, { agreement }: Analysis): Table {
  const question = named(study.questions);
  const code = named(codebook.codes);
  const nothing = (cells: number): Cell[] => Array<Cell>(cells).fill(null);
  const statistics = ['alpha_jaccard', 'alpha_masi', 'alpha', 'ac1', 'agreement', 'used', 'kappa'];
  const header = [
    ...namedHeader('question'),
    ...namedHeader('code'),
    'coder_1',
    'coder_2',
    'answers',
    ...statistics.flatMap(statisticHeader),
  ];
  if (agreement.state === 'not measured') return { header, rows: [] };
  const start = (questionId: string | null, codeId: string | null): Cell[] => [
    ...(questionId === null ? nothing(3) : question(questionId)),
    ...(codeId === null ? nothing(3) : code(codeId)),
  ];
  return {
    header,
    rows: [
      ...agreement.questions.map((entry) => [
        ...start(entry.question, null),
        ...nothing(2),
        countCell(entry.units),
        ...statisticCells(entry.alphaJaccard),
        ...statisticCells(entry.alphaMasi),
        ...nothing(15),
      ]),
      ...agreement.codes.map((entry) => [
        ...start(entry.question, entry.code),
        ...nothing(9),
        ...[entry.alpha, entry.ac1, entry.percent, entry.used].flatMap(statisticCells),
        ...nothing(3),
      ]),
      ...agreement.pairs.map((entry) => [
        ...start(entry.question, entry.code),
        ...entry.coders,
        countCell(entry.units),
        ...nothing(18),
        ...statisticCells(entry.kappa),
      ]),
    ],
  };
}

/** The curve, a row a point; what belongs to the whole curve stands in each of its rows. */
export function saturationTable({ study }: StudySnapshot, { synthesis }: Analysis): Table {
  const question = named(study.questions);
  return {
    header: [
      ...namedHeader('question'),
      'state',
      'participants',
      'codes_mean',
      'codes_lower',
      'codes_upper',
      'codes_found',
      'chao2',
      'chao2_se',
    ],
    rows: synthesis.saturation.flatMap((entry) => {
      const start = [...(entry.question === null ? ['', '', ''] : question(entry.question)), entry.state];
      return entry.state === 'shown'
        ? curveRows(start, entry)
        : [[...start, ...Array<Cell>(7).fill(entry.state)]];
    }),
  };
}

function curveRows(start: Cell[], entry: Extract<Saturation, { state: 'shown' }>): Cell[][] {
  const { observed, chao2 } = entry;
  return entry.curve.map(({ participants, mean, lower, upper }) => [
    ...start,
    participants,
    rounded(mean),
    rounded(lower),
    rounded(upper),
    observed,
    chao2 && rounded(chao2.estimate),
    chao2 && rounded(chao2.standardError),
  ]);
}

const testHeader = [
  'both',
  'left_only',
  'right_only',
  'neither',
  'lift',
  'phi',
  'odds_ratio',
  'odds_ratio_lower',
  'odds_ratio_upper',
  'fisher_p',
  'mid_p',
  'permutation_p',
  'max_t_p',
  'q',
  'share_with',
  'share_without',
];

/** Every pair of themes of every two questions; all of it exploratory. */
export function alignmentTable({ study, themes }: StudySnapshot, { alignment }: Analysis): Table {
  const question = named(study.questions);
  const theme = named(themes);
  return {
    header: [
      'exploratory',
      ...namedHeader('left_question'),
      ...namedHeader('left_theme'),
      ...namedHeader('right_question'),
      ...namedHeader('right_theme'),
      'answered_both',
      ...testHeader,
    ],
    rows: alignment.questions.flatMap(({ answeredBoth, pairs }) =>
      pairs.map((pair) => [
        'yes',
        ...question(pair.left.question),
        ...theme(pair.left.theme),
        ...question(pair.right.question),
        ...theme(pair.right.theme),
        countCell(answeredBoth),
        ...testCells(pair),
      ]),
    ),
  };
}

function testCells(pair: AlignmentPair): Cell[] {
  if (pair.state === 'withheld') return Array<Cell>(testHeader.length).fill(WITHHELD);
  const { table, test } = pair;
  const orNothing = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? null : rounded(value);
  return [
    table.both,
    table.leftOnly,
    table.rightOnly,
    table.neither,
    orNothing(test.lift),
    orNothing(test.phi),
    orNothing(test.oddsRatio?.estimate),
    orNothing(test.oddsRatio?.interval?.lower),
    orNothing(test.oddsRatio?.interval?.upper),
    ...[test.fisher, test.midP, test.permutationP, test.maxT, test.q].map(rounded),
    orNothing(test.shareWith?.estimate),
    orNothing(test.shareWithout?.estimate),
  ];
}
