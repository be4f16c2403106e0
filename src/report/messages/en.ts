/** The report's words in English. `ko.ts` has the same shape. */
import type { MethodLabel } from '../../study/model.ts';
import { type Markup, text } from '../markup.ts';
import { figuresEn } from './figures-en.ts';
import { methodsEn } from './methods-en.ts';

const nouns = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en = {
  figures: figuresEn,
  methods: methodsEn,

  figureNumber: (number: number) => `Figure ${number}.`,
  tableNumber: (number: number) => `Table ${number}.`,
  exploratory: 'Exploratory',
  synthetic: 'Synthetic study: no real person answered. Nothing here is evidence about anybody.',
  syntheticShort: 'Synthetic data',
  snapshotNamed: (start: string) => `Snapshot ${start}`,
  kicker: 'Practice-based horizon scan',
  withheldNote: (threshold: number) =>
    `Where “withheld” stands in this report: a count above zero and below ${threshold}, or one from which such a count could be worked out.`,
  outline: 'Outline',
  skip: 'To the report',
  asTable: 'The figure as a table',

  sections: {
    summary: 'Summary',
    methods: 'Methods',
    inclusion: 'Inclusion',
    agreement: 'Agreement of coders',
    themes: 'Themes',
    saturation: 'Saturation',
    alignment: 'Alignment across questions',
    priorities: 'Priorities',
    limits: 'Limits and warnings',
    again: 'Making this report again',
    codebook: 'Codebook',
    evidence: 'Evidence',
  },

  methodLabels: {
    'directed content analysis': 'Directed content analysis',
    'codebook thematic analysis': 'Codebook thematic analysis',
    'reflexive thematic analysis': 'Reflexive thematic analysis',
  } satisfies Record<MethodLabel, string>,

  concepts: {
    experience: 'Experience',
    interpretation: 'Interpretation',
    priority: 'Priority',
    other: 'Other',
  },

  columns: {
    question: 'Question',
    theme: 'Theme',
    code: 'Code',
    id: 'Id',
    priority: 'Priority',
    rank: 'Rank',
    count: 'n / N',
    share: 'Share',
    interval: (level: number) => `${Math.round(level * 100)}% interval`,
    answered: 'Answered',
    nonSubstantive: 'Non-substantive',
    undecided: 'Undecided',
    interpretable: 'Interpretable',
    units: 'Answers',
    jaccard: 'α, Jaccard',
    masi: 'α, MASI',
    alpha: 'α',
    ac1: 'AC1',
    percent: 'Agreement',
    used: 'Used',
    coders: 'Coders',
    kappa: 'κ',
    both: 'Both',
    shareWith: 'Of those with the first',
    shareWithout: 'Of those without',
    lift: 'Lift',
    odds: 'Odds ratio',
    q: 'q',
    familyWise: 'Family-wise p',
    definition: 'Definition',
    origin: 'Origin',
    polarity: 'Valued',
    found: 'Found',
    estimated: 'Estimated in all (SE)',
    reached: 'Participants until no more than 5% / none new',
    participants: 'Participants',
  },

  count: (value: Markup, of: Markup): Markup => text`${value} of ${of}`,
  /** `inside`: per cent and interval. */
  shareOf: (count: number, of: number, inside: string) => `${count} of ${of} (${inside})`,
  unknownGroup: 'not known',

  summary: {
    responded: (responded: Markup, invited: Markup | null, included: Markup): Markup =>
      invited === null
        ? text`${responded} people responded. ${included} gave an interpretable answer to one question or more and are included.`
        : text`${invited} people were invited and ${responded} responded. ${included} gave an interpretable answer to one question or more and are included.`,
    participationList: (invited: Markup | null, responded: Markup, included: Markup): Markup => [
      invited === null ? text`Responded: ${responded}` : text`Invited: ${invited}; responded: ${responded}`,
      text`; included, with an interpretable answer to one question or more: ${included}.`,
    ],
    interpretable: (counts: Markup): Markup => text`Interpretable answers by question: ${counts}.`,
    noThemes: 'No theme has been made yet, so nothing is counted by theme.',
    nothingCoded: 'Nothing has been coded yet.',
    prioritiesHead: 'Priorities named most often',
    priority: (name: Markup, share: Markup): Markup => text`${name} is a priority: ${share}.`,
    otherPriorities: (count: number) => `${nouns(count, 'further priority', 'further priorities')} below.`,
    noSurvivors: 'No pair of themes across questions survives the test.',
    agreement: (coders: number, alpha: Markup, units: Markup): Markup =>
      text`${coders} coders worked independently. Multi-label Krippendorff's α over ${units} answers: ${alpha}.`,
    agreementHead: 'Agreement',
    reading: (level: number, method: string) =>
      `Shares are of the participants with an interpretable answer to that question; in brackets per cent and ${Math.round(level * 100)}% interval (${method}). Participants volunteered, so no share is a rate in any population. Each underlined number leads to the answers behind it.`,
  },

  inclusion: {
    text: 'The width of the river is the number of people; where it narrows, those who left are named.',
    caption: 'Answers by question. A participant counts once in each.',
  },

  agreement: {
    notMeasured: {
      'one coder': 'One coder worked on this study, so agreement could not be measured.',
      'no shared answers':
        'No answer was coded by two coders independently, so agreement could not be measured.',
      'method rejects it':
        'The declared method, reflexive thematic analysis, takes the reading of its coders as an instrument and not as a measurement; agreement is not computed.',
      'nothing coded': 'Nothing was coded independently, so agreement could not be measured.',
    },
    text: (coders: string, participants: Markup): Markup =>
      text`${coders} coded ${participants} participants' answers independently of one another. An answer that a coder read and left without a code counts as such.`,
    overall: 'Agreement on the whole set of codes of an answer, by question.',
    codes: 'Agreement by code over all questions, least agreed first.',
    pairs: "Pairs of coders over all codes: pooled Cohen's κ.",
    figure: (part: number, parts: number) =>
      `Agreement by code, least agreed first${parts > 1 ? ` (part ${part} of ${parts})` : ''}. Dashed lines at 0.667 and 0.8, Krippendorff's customary thresholds.`,
    notDrawn: (withheld: number, undetermined: number) =>
      `Not drawn: ${[
        ...(withheld > 0 ? [`${nouns(withheld, 'code', 'codes')} whose numbers are withheld`] : []),
        ...(undetermined > 0
          ? [`${nouns(undetermined, 'code', 'codes')} whose α the data do not determine`]
          : []),
      ].join(', ')}.`,
    prevalenceNote:
      'α falls when a code is rare or nearly universal, however well coders agree; AC1 and plain agreement stand beside it for that reason.',
  },

  themes: {
    figure: 'Themes by question, most frequent first.',
    table: 'Prevalence of themes.',
    breakdown: (over: string, attribute: string) => `${over} · ${attribute}.`,
    codes: 'Codes',
    claims: 'Account',
    negativeCases: 'Cases against',
    quotes: 'In their words',
    codings: (count: Markup): Markup => text`${count} codings`,
    fullAnswers: 'in full',
    none: 'No theme has been made yet.',
  },

  saturation: {
    figure: 'Codes found as participants are read in random order.',
    table: 'Saturation by question.',
    withheld: (question: string) =>
      `${question}: withheld, since the number of rare codes would tell how many people gave one.`,
    undefined: (question: string) => `${question}: these data do not determine it.`,
    none: 'Nothing is coded, so there is no curve to draw.',
    notReached: 'not in most orders',
    guest: (base: number, run: number) =>
      `Base ${base}, run ${run} participants; median and 5th to 95th percentile of the orders.`,
  },

  alignment: {
    text: 'Which themes of one question go with which themes of another, in the same participants. The study was not designed to test any of these pairs: they suggest where to look, and establish nothing.',
    alluvial: (q: string) =>
      `Pairs that go together more often than chance at q ≤ ${q}. Thread width: participants with both; opacity: certainty.`,
    heat: (left: string, right: string) =>
      `Lift of ${left} × ${right}, q under it. Ring: q ≤ 0.05. Hatched: withheld.`,
    table: (left: string, right: string) => `${left} × ${right}: the pairs shown, smallest q first.`,
    pair: (parts: {
      withLeft: number;
      left: Markup;
      both: Markup;
      right: Markup;
      without: number;
      shareWithout: string;
      q: string;
    }): Markup =>
      text`Of ${parts.withLeft} participants with ${parts.left}, ${parts.both} also gave ${parts.right}; of ${parts.without} without it, ${parts.shareWithout}. ${parts.q}; exploratory.`,
    people: (count: number, share: string) => `${count} (${share})`,
    few: 'Only one question has themes, or none: there is nothing to align.',
    allWithheld: 'All pairs of these two questions are withheld.',
    morePairs: (count: number) =>
      `${nouns(count, 'further pair', 'further pairs')} with larger q in tables/alignment.csv.`,
  },

  priorities: {
    figure: 'Priorities by support.',
    none: 'No priority has been named yet.',
    goesWith: 'Goes with',
    supports: (share: Markup): Markup => text`Asked for by ${share}.`,
    withheld: 'The number who ask for it is withheld.',
    rank: (rank: number) => `Rank ${rank}`,
  },

  limits: {
    own: 'Stated by the study',
    automatic: 'That follow from the design',
    warnings: 'Warnings of the analysis',
    volunteers:
      'Participants chose to answer. Shares describe those who answered and estimate no rate among clinicians or patients; the intervals show how much chance alone could move them, and nothing of who did not answer.',
    questions:
      'Not everyone answered each question, so denominators differ, and later questions are answered by fewer.',
    alignment:
      'Alignment across questions is exploratory: many pairs were looked at, none was named beforehand.',
    suppression: (threshold: number) =>
      `Counts above zero and below ${threshold}, and others from which they could be worked out, are withheld. An absent number is not a zero.`,
    quotation:
      'Quoted are only participants who consented to quotation; the others are counted. Quotes may therefore differ from what all participants said.',
    synthetic:
      'All answers were written for trying out the software. No conclusion about the world may be drawn.',
  },

  again: {
    text: 'This report follows from the snapshot of the study and the seed alone. The command below makes it again, byte for byte, with the same version of the program.',
    snapshot: 'Snapshot (SHA-256)',
    seed: 'Seed',
    software: 'Software',
    command: 'Command',
    options: 'Options',
    optionsText: (options: {
      permutations: number;
      bootstrap: number;
      orders: number;
      level: number;
      threshold: number;
    }) =>
      `${options.permutations} permutations, ${options.bootstrap} bootstrap samples, ${options.orders} reading orders, level ${options.level}, threshold ${options.threshold}`,
  },

  codebook: {
    text: (version: number, codes: number, prior: number) =>
      `Version ${version}: ${nouns(codes, 'code', 'codes')}, ${prior} from theory, ${codes - prior} that arose from the answers.`,
    prior: 'from theory',
    emergent: 'from the answers',
    retired: 'retired',
    include: 'Include:',
    exclude: 'Exclude:',
    caption: (domain: string) => `Codes: ${domain}.`,
    otherDomain: 'without a domain',
    perQuestion: 'Prevalence by question',
  },

  evidence: {
    close: 'Close',
    answers: (question: string) => `Interpretable answers: ${question}`,
    theme: (theme: string, question: string) => `${theme} · ${question}`,
    code: (code: string, question: string) => `${code} · ${question}`,
    pair: (left: string, right: string) => `${left} and ${right}`,
    priority: (priority: string) => `Priority: ${priority}`,
    goesWith: (priority: string, theme: string) => `Priority ${priority} and ${theme}`,
    claim: 'Behind the sentence',
    quotable: (shown: number) => `${nouns(shown, 'answer', 'answers')}, with what was coded marked.`,
    countedOnly: 'The others are from participants who agreed to be counted and not to be quoted.',
    withheld: 'What stands behind this number may not be shown.',
  },
};

export type Messages = typeof en;
