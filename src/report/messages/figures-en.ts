/** Words inside figures, in English. */

const wholePercent = (share: number): string => `${Math.round(share * 100)}%`;

export const figuresEn = {
  flowTitle: 'Who is in the study, and where others left it',
  invited: 'invited',
  responded: 'responded',
  included: 'included',
  answered: 'answered',
  interpretable: 'interpretable',
  notResponded: 'did not respond',
  withdrawn: 'withdrew',
  noInterpretableAnswer: 'no interpretable answer',
  nonSubstantive: 'non-substantive',
  undecided: 'undecided',
  counted: (name: string, count: string) => `${count} ${name}`,
  lensNote: (factor: number) => `drawn ${factor} times wider from here`,

  prevalenceTitle: 'Themes by question',
  prevalenceDescription: (level: number) =>
    `Each row is a theme: a dot at the share of participants with an interpretable answer to the question, a line over its ${wholePercent(level)} interval, and at the right count, denominator, share and interval.`,

  prioritiesTitle: 'Priorities by support',
  prioritiesDescription: (level: number) =>
    `Each row is a priority: a dot at the share of participants who ask for it among those with an interpretable answer, a line over its ${wholePercent(level)} interval, and the numbers at the right.`,

  agreementTitle: 'Agreement of coders, code by code',
  agreementDescription:
    "Each row is a code, the least agreed first: Krippendorff's alpha as a dot with its interval on a common axis, and a square for each question and each pair of coders, darker where agreement is higher.",
  used: 'used',
  alphaAxis: "Krippendorff's α",
  byQuestion: 'α, questions',
  byPair: 'κ, pairs',

  saturationTitle: 'Codes found as more participants are read',
  saturationDescription:
    'One panel for each question: the mean number of different codes over random reading orders, a band from the 5th to the 95th percentile of the orders, and a dashed line at the estimated total.',
  participantsRead: 'participants read',
  codesFound: (codes: number) => `${codes} ${codes === 1 ? 'code' : 'codes'}`,
  codesEstimated: (codes: string) => `estimated ${codes}`,
  allQuestions: 'All questions',

  alluvialTitle: 'Threads between questions that survive the test (exploratory)',
  alluvialDescription: (q: string) =>
    `Columns are questions; blocks are themes, as high as the number of participants who gave them. A thread joins two themes that the same participants gave more often than chance, q at most ${q}; its width is the number of participants with both, its opacity the certainty by the family-wise permutation test.`,
  alluvialThread: (left: string, right: string, both: number, q: string) =>
    `${left} and ${right}: ${both} participants with both, q ${q}, exploratory`,

  heatTitle: (left: string, right: string) => `Lift of ${left} × ${right} (exploratory)`,
  heatDescription:
    'Rows are themes of the first question, columns themes of the second. Each cell prints the lift, above 1 where the two go together more often than chance, and the q-value under it; a ring marks q at most 0.05; hatched cells are withheld.',
  heatCell: (left: string, right: string, lift: string, q: string) =>
    `${left} with ${right}: lift ${lift}, q ${q}, exploratory`,
  heatWithheld: (left: string, right: string) => `${left} with ${right}: withheld`,
};
