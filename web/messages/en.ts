/** The words on the screen in English; their keys are those of every language. */
import type { Standing } from '../../src/study/model.ts';

export const en = {
  frame: {
    skip: 'Skip to the page',
    stages: 'Stages',
    openStages: 'Stages',
    close: 'Close',
    synthetic: 'Synthetic study: no real person answered.',
    wave: (opens: string, closes: string) => `${opens} to ${closes}`,
    waves: (count: number) => `${count} waves`,
    commands: 'Go to…',
    commandsHint: 'Type a page, theme, code or question',
    pages: 'Pages',
    things: { questions: 'Answers by question', themes: 'Themes', priorities: 'Priorities', codes: 'Codes' },
    noCommands: 'Nothing by that name.',
    keys: 'Keys',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    allStudies: 'All studies',
    loading: 'Reading…',
    computing: 'Computing the analysis. Large studies take some seconds; the result is kept.',
    failed: 'This could not be read.',
    failedHint: 'The server said:',
    tryAgain: 'Try again',
    noPage: 'There is no page at this address.',
    toStudies: 'To the studies',
    folder: 'FOLDER',
    howToRead: 'How to read this',
  },
  keys: [
    { keys: ['Ctrl K', '⌘K'], does: 'Go to a page, theme, priority or code by name; search the answers' },
    { keys: ['?'], does: 'This sheet' },
    { keys: ['Esc'], does: 'Close what is open; back from reading to the grid' },
    { keys: ['Tab', 'Enter'], does: 'To the next number; open the answers behind it' },
    { keys: ['←', '→', '↑', '↓'], does: 'Move in the grid of answers' },
    { keys: ['Home', 'End'], does: 'First and last column; with Ctrl the first and last row' },
    { keys: ['Enter'], does: 'In the grid: read the answers of this participant' },
    { keys: ['[', ']'], does: 'While reading: the participant before and after' },
  ],
  progress: { done: 'complete', part: 'begun', none: 'not begun' },
  stages: {
    overview: 'Overview',
    collect: 'Answers',
    code: 'Coding',
    agree: 'Agreement',
    synthesise: 'Themes',
    align: 'Alignment',
    scan: 'Scan',
    prioritise: 'Priorities',
    report: 'Report',
  },
  questions: {
    overview: 'Where does this study stand, and what is next?',
    collect: 'What did they say?',
    code: 'In which words do we sort what they said?',
    agree: 'Can we trust these codes?',
    synthesise: 'What comes up, how often, and is it all?',
    align: 'Who says this also says what?',
    scan: 'Is this record worth our time?',
    prioritise: 'What first, and on what ground?',
    report: 'What may we say?',
  },
  studies: {
    title: 'Studies',
    none: 'There is no study yet.',
    noneHint: 'A study is a folder. Check yours and open it:',
    synthetic: 'synthetic',
  },
  numbers: {
    of: (count: string, of: string) => `${count} of ${of}`,
    withheld: 'withheld',
    withheldWhy: (threshold: number) =>
      `Withheld: fewer than ${threshold} people stand behind it, or it would give such a number away.`,
    undefined: 'not determined',
    interval: (percent: string) => `${percent} interval`,
    exploratory: 'Exploratory',
  },
  concepts: {
    experience: 'Experience',
    interpretation: 'Interpretation',
    priority: 'Priority',
    other: 'Other',
  },
  standing: {
    interpretable: 'Interpretable',
    'non-substantive': 'Non-substantive',
    undecided: 'Undecided',
  } satisfies Record<Standing, string>,
  polarity: { positive: 'positive', negative: 'negative', mixed: 'mixed', neutral: 'neutral' },
  languages: { ko: 'Korean', en: 'English' },
  language: 'Language of answering',
  unknown: 'not stated',
  evidence: {
    title: 'Evidence',
    open: (what: string) => `${what}: show the answers`,
    count: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
    participants: (count: number) => (count === 1 ? '1 participant' : `${count} participants`),
    codeNotNamed: 'a code that is not named',
    notQuoted: 'Counted, not quoted: this participant consented to analysis alone.',
    place: 'Read in place',
    more: (count: number) => `Show ${count} more`,
    none: 'No answer stands behind this.',
    withheld: 'This number is withheld, and so are the answers behind it.',
    unknown: 'There is no such evidence in this study.',
  },
  overview: {
    next: 'Next',
    codesUsed: (of: number) => `of ${of} codes used`,
    agreement: 'agreement, α over sets of codes',
    themes: 'themes',
    priorities: 'priorities',
    warnings: 'Before using the numbers',
    noWarnings: 'Nothing stands against using the numbers.',
    moreOfKind: (count: number) => `${count} more of this kind`,
    steps: {
      import: {
        say: 'No answers yet. Put participants.csv and answers.csv into the study’s folder, check it, and open it.',
        inFolder: true,
      },
      standing: {
        say: 'Some answers are not yet judged interpretable or not.',
        action: 'Read these answers',
      },
      code: {
        say: 'Nothing is coded yet. Write codings.csv in the study’s folder, check it, and open it again.',
        inFolder: true,
      },
      secondCoder: {
        say: 'One person coded. Have a second person code a part blind, so that agreement can be measured.',
        inFolder: true,
      },
      consensus: {
        say: 'The coders have not settled their differences. Begin where they agree least.',
        action: 'See where they differ',
      },
      themes: {
        say: 'No themes yet. Group the codes in themes.yaml in the study’s folder.',
        action: 'See the codes and their counts',
      },
      priorities: {
        say: 'No priorities yet. State them in priorities.yaml in the study’s folder.',
        action: 'See the themes',
      },
      report: { say: 'Everything is in place. Read what may be said.', action: 'Read the report' },
    },
  },
  code: {
    domains: 'Domains',
    find: 'Find in names and definitions',
    noneFound: 'No code has this in its name or definition.',
    prior: 'from theory',
    emergent: 'arose from the answers',
  },
  agree: {
    reading:
      'Each row is a code: the dot is Krippendorff’s α, the line its interval, least agreed first. The small squares are questions and pairs of coders, darker where they agree more.',
    bySet: 'Over the whole set of codes of an answer',
    byCode: 'Code by code',
    asTable: 'The same as a table, with AC1 and plain agreement',
    withheld: (count: number, threshold: number) =>
      `${count} further codes are withheld: fewer than ${threshold} participants were given them, or showing them would give such a number away.`,
    allQuestions: 'All questions',
  },
  synthesise: {
    layer: {
      consensus: 'Counted from the codings that the coders settled on together.',
      'single coder': 'Counted from the codings of the only coder.',
      majority: 'Counted from codes that more than half of the coders gave; they have not settled the rest.',
    },
    reading: (level: number) =>
      `The dot is the share of participants with the theme among those with an interpretable answer to the question, the line its ${Math.round(level * 100)}% interval.`,
    howOften: 'How often',
    board: 'Themes and their codes',
    isItAll: 'Is it all?',
    saturationReading:
      'How many different codes are known as more participants are read, over many random orders. Where the curve is level, further participants say little that is new.',
    accounts: 'What the themes say',
    byGroup: 'By group',
    codings: (count: number) => (count === 1 ? '1 coding' : `${count} codings`),
  },
  align: {
    lede: 'Threads join themes that the same participants gave.',
    reading:
      'A thread is as wide as the number of participants with both themes, and as strong as the result is certain. Point at one, or move to it with Tab, to have it in words.',
    point: 'Point at a thread or a cell, or move to one with Tab.',
    survivors: 'In words',
    heat: 'All pairs',
    none: 'No pair survives the test. That is an answer too.',
  },
  report: {
    open: 'Open in a tab of its own, to print',
    html: (language: string) => `Report, ${language} (HTML)`,
    json: 'Analysis (JSON)',
    study: 'Study folder (ZIP)',
    audit: 'Audit trail (CSV)',
    title: 'The report',
  },
  prioritise: {
    lede: (question: string) =>
      `Counted among the interpretable answers to “${question}”, most asked for first.`,
    reading: (level: number) =>
      `The dot is the share of participants who ask for it, the line its ${Math.round(level * 100)}% interval. Where lines overlap much, the order could be another.`,
    rank: 'Rank',
    ground: 'What else they said, and by group',
    goesWith: 'Those who ask for it also said',
    companion: (parts: {
      withTheme: number;
      theme: string;
      without: number;
      askingWithout: number;
      shareWithout: string;
      q: string;
    }) => ({
      before: `Of ${parts.withTheme} with “${parts.theme}”, `,
      after: ` ask for it; of ${parts.without} without it, ${parts.askingWithout} (${parts.shareWithout}). ${parts.q}.`,
    }),
    people: (count: number, share: string) => `${count} (${share})`,
    companionsWithheld: (count: number) => `${count} further themes are withheld.`,
  },
  empty: {
    agree: 'Agreement cannot be measured yet.',
    agreeWhy: {
      'one coder': 'One person coded this study. Agreement needs a second one, who codes blind.',
      'no shared answers':
        'No answer was coded by two people. Give both of them the same part of the answers.',
      'method rejects it': 'This study’s method (reflexive thematic analysis) does not measure agreement.',
      'nothing coded': 'Nothing is coded yet.',
    },
    agreeHint: 'Write both coders’ codings to codings.csv, then check the folder and open it again:',
    themes: 'There are no themes yet.',
    themesHint: 'Write them to themes.yaml in the study’s folder, then check it and open it again:',
    align: 'Nothing can be aligned yet: it takes two questions with themes.',
    priorities: 'There are no priorities yet.',
    prioritiesHint: 'Write them to priorities.yaml in the study’s folder, then check it and open it again:',
    codes: 'The codebook is empty.',
    codesHint: 'Write codebook.yaml in the study’s folder, then check it and open it again:',
    answers: 'No participant fits these conditions.',
    answersHint: 'Take a condition away.',
  },
};

export type Messages = typeof en;
