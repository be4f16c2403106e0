/** An empty study folder that explains itself: every file with what belongs into it, ready to be read and filled in. */
import { csvRecord } from '../kernel/csv.ts';
import type { StartingPoint } from '../study/frames/load-frame.ts';
import type { Language } from '../study/localised.ts';
import { FILES } from './study-files.ts';
import { CONSENT_TO_FILL_IN } from './survey/study-from-export.ts';
import { yamlText } from './write-study-folder.ts';

export interface TemplateChoices {
  id: string;
  language: Language;
  start: StartingPoint;
  /** Calendar date of the first wave. */
  today: string;
}

/** The files of the folder by name. */
export function templateFiles({ id, language, start, today }: TemplateChoices): Map<string, string> {
  return new Map([
    [FILES.study, studyYaml(id, language, start, today)],
    [FILES.participants, csvRecord(['id', 'language', 'consent', 'withdrawn', 'role', 'years'])],
    [FILES.answers, csvRecord(['participant', 'question', 'wave', 'text'])],
    [FILES.codebook, yamlText(start.codebook)],
    [
      FILES.codings,
      csvRecord([
        'participant',
        'question',
        'wave',
        'code',
        'coder',
        'pass',
        'polarity',
        'start',
        'end',
        'quote',
      ]),
    ],
    [FILES.themes, themesYaml[language]],
    [FILES.priorities, prioritiesYaml[language]],
    ['README.md', readme[language]],
  ]);
}

function studyYaml(
  id: string,
  language: Language,
  { frame, codebook }: StartingPoint,
  today: string,
): string {
  const say = comments[language];
  const words = questionWords[language];
  const method = codebook.codes.length > 0 ? 'directed content analysis' : 'codebook thematic analysis';
  const questions = (['experience', 'interpretation', 'priority'] as const).map((concept) => ({
    id: concept,
    concept,
    label: { [language]: words[concept][0] },
    text: { [language]: words[concept][1] },
  }));
  const attributes = [
    { id: 'role', label: { [language]: words.role }, kind: 'category' },
    { id: 'years', label: { [language]: words.years }, kind: 'number' },
  ];
  return [
    `# ${say.top}\n${yamlText({ format: 1, id, title: { [language]: id } })}`,
    `# ${say.synthetic}\n${yamlText({ synthetic: false })}`,
    `# ${say.method}\n${yamlText({ method, languages: [language] })}`,
    `# ${say.questions}\n${yamlText({ questions })}`,
    `# ${say.waves}\n${yamlText({ waves: [{ id: 'w1', opens: today, closes: today }] })}`,
    `# ${say.attributes}\n${yamlText({ attributes, breakdowns: ['language', 'role'] })}`,
    `# ${say.coders}\n${yamlText({
      coders: [
        { id: 'coder1', name: 'Coder 1' },
        { id: 'coder2', name: 'Coder 2' },
      ],
    })}`,
    `# ${say.consent}\n${yamlText({ consent: { [language]: CONSENT_TO_FILL_IN[language] } })}`,
    `# ${say.threshold}\n${yamlText({ threshold: 11, limits: [] })}`,
    `# ${say.frame}\n${yamlText({ frame })}`,
  ].join('\n');
}

const comments = {
  en: {
    top: 'What the study is. `firsthand check` says what is wrong or missing.',
    synthetic: 'true where no real person answered; every page then says so.',
    method:
      'directed content analysis, codebook thematic analysis, or reflexive thematic analysis (without agreement).',
    questions: 'The open questions. concept: experience, interpretation, priority or other.',
    waves: 'Rounds of collection. `invited: 300` gives the response rate.',
    attributes:
      'Columns of participants.csv by which groups are compared; `breakdowns` names those that are shown.',
    coders: 'Who codes.',
    consent:
      'consent in participants.csv: `quotation` may be quoted without name, `analysis` is counted and never quoted.',
    threshold: 'Counts above zero and below the threshold are withheld. `limits` are printed in the report.',
    frame: "The domains of the field's codes.",
  },
  ko: {
    top: '연구의 정의입니다. `firsthand check`가 잘못된 곳과 빠진 것을 알려 줍니다.',
    synthetic: '실제 사람이 답하지 않았으면 true. 모든 화면과 보고서에 표시됩니다.',
    method:
      'directed content analysis, codebook thematic analysis, reflexive thematic analysis(일치도를 내지 않음) 중 하나.',
    questions:
      '개방형 질문. concept: experience(경험), interpretation(해석), priority(우선순위), other(기타).',
    waves: '수집 차수. `invited: 300`처럼 적으면 응답률이 나옵니다.',
    attributes: '집단을 비교할 participants.csv의 열. `breakdowns`에 적은 것만 나누어 보입니다.',
    coders: '코더.',
    consent:
      'participants.csv의 consent: `quotation`은 이름 없이 인용 가능, `analysis`는 세기만 하고 인용하지 않음.',
    threshold: '0보다 크고 이 값보다 작은 수는 비공개로 합니다. `limits`는 보고서에 실립니다.',
    frame: '코드의 영역.',
  },
} as const;

const questionWords = {
  en: {
    experience: ['Experience', 'What have you met in your practice?'],
    interpretation: ['Advantages and limits', 'What do you see as its advantages and limits?'],
    priority: ['Priorities', 'What should come first for its safe introduction?'],
    role: 'Role',
    years: 'Years in practice',
  },
  ko: {
    experience: ['경험', '진료 중 겪거나 접한 경험을 적어 주십시오.'],
    interpretation: ['장점과 한계', '장점과 한계는 무엇이라고 보십니까?'],
    priority: ['우선순위', '안전한 도입을 위해 무엇이 먼저 필요합니까?'],
    role: '직역',
    years: '경력(년)',
  },
} as const;

const themesYaml = {
  en: `# A theme groups codes; each claim of its narrative names the codings (ids of codings.csv) that carry it.
# - id: reinforcement
#   label: { en: The machine agrees }
#   questions: [experience]
#   codes: [LH01, LH02]
#   narrative:
#     - text: { en: Chatbots were seen to confirm delusions. }
#       codings: [c1, c2]
themes: []
`,
  ko: `# 주제는 코드를 묶습니다. 서술의 주장마다 그것을 받치는 코딩(codings.csv의 id)을 적습니다.
# - id: reinforcement
#   label: { ko: 맞장구치는 기계 }
#   questions: [experience]
#   codes: [LH01, LH02]
#   narrative:
#     - text: { ko: 챗봇이 망상을 확인해 주는 것을 보았다. }
#       codings: [c1, c2]
themes: []
`,
} as const;

const prioritiesYaml = {
  en: `# A candidate priority and the codes that count as asking for it.
# - id: crisis
#   label: { en: Crisis pathway }
#   statement: { en: Define how danger is noticed and handed over to a person. }
#   codes: [IP03]
priorities: []
`,
  ko: `# 우선순위 후보와, 그것을 요구한 것으로 세는 코드.
# - id: crisis
#   label: { ko: 위기 연계 }
#   statement: { ko: 위험을 알아차리고 사람에게 넘기는 절차를 정한다. }
#   codes: [IP03]
priorities: []
`,
} as const;

const readme = {
  en: `# A study folder

| file | holds |
|---|---|
| study.yaml | the study: questions, waves, attributes, coders, consent |
| participants.csv | one row a participant; no names, no e-mail addresses |
| answers.csv | one row an answer, or a column for each question |
| codebook.yaml | the codes, with what they mean |
| codings.csv | who gave which code to which words; polarity \`+\`, \`-\`, \`±\`, \`0\` or empty |
| assignments.csv | (optional) participant, coder, pass: who was given what |
| themes.yaml, priorities.yaml | what was made of the codes |

Offsets count Unicode code points of the text in NFC, from \`start\` up to, not including, \`end\`; a \`quote\` alone is enough where it
stands once in the answer. A cell that a spreadsheet would run as a formula is written with an apostrophe before it.

\`\`\`
firsthand check .
firsthand analyse . --out ../report
\`\`\`
`,
  ko: `# 연구 폴더

| 파일 | 내용 |
|---|---|
| study.yaml | 연구: 질문, 차수, 특성, 코더, 동의 |
| participants.csv | 참여자 한 명에 한 행. 이름이나 전자우편 주소는 넣지 않습니다 |
| answers.csv | 응답 하나에 한 행, 또는 질문마다 한 열 |
| codebook.yaml | 코드와 그 뜻 |
| codings.csv | 누가 어느 글에 어떤 코드를 붙였는지. 극성은 \`+\`, \`-\`, \`±\`, \`0\` 또는 빈칸 |
| assignments.csv | (선택) participant, coder, pass: 누가 무엇을 맡았는지 |
| themes.yaml, priorities.yaml | 코드로부터 만든 것 |

위치는 NFC로 정규화한 글의 유니코드 코드 포인트로 세며 \`start\`부터 \`end\` 앞까지입니다. \`quote\`가 응답에 한 번만 나오면 위치 없이 적어도
됩니다. 스프레드시트가 수식으로 실행할 칸은 앞에 작은따옴표를 붙여 씁니다.

\`\`\`
firsthand check .
firsthand analyse . --out ../report
\`\`\`
`,
} as const;
