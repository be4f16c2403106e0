import { describe, expect, it } from 'vitest';
import { defectList, Unreadable } from '../../kernel/defects.ts';
import type { TableRow } from '../read-table.ts';
import { contentOf } from './column-content.ts';
import { type SurveyTool, surveyExport } from './export-shape.ts';
import { type ExportChoices, studyFromExport } from './study-from-export.ts';

function rowsOf(...rows: string[][]): TableRow[] {
  return rows.map((cells, at) => ({ row: at + 1, cells }));
}

const EXPERIENCE = '진료 중 생성형 AI와 관련해 겪은 경험을 적어 주십시오.';
const said = [
  '환자가 챗봇과 밤새 대화하고 왔음',
  'EMR 요약에 가끔 써 봄, 편리함',
  '보호자가 GPT 답변을 출력해 옴',
  '없음',
  '망상을 AI가 맞다고 했다는 환자를 봄',
  '자살 생각을 챗봇에게만 말했다고 함',
];

/** The literal header shapes of each tool, with six participants. */
const exports: Record<SurveyTool, TableRow[]> = {
  qualtrics: rowsOf(
    ['StartDate', 'Status', 'IPAddress', 'ResponseId', 'RecipientEmail', 'UserLanguage', 'Q1', 'Q2'],
    [
      'Start Date',
      'Response Type',
      'IP Address',
      'Response ID',
      'Recipient Email',
      'User Language',
      `<p>${EXPERIENCE}</p>`,
      '직역',
    ],
    [
      '{"ImportId":"startDate"}',
      '{"ImportId":"status"}',
      '{"ImportId":"ipAddress"}',
      '{"ImportId":"_recordId"}',
      '{"ImportId":"recipientEmail"}',
      '{"ImportId":"userLanguage"}',
      '{"ImportId":"QID1_TEXT"}',
      '{"ImportId":"QID2"}',
    ],
    ...said.map((text, at) => [
      `2026-03-0${at + 1} 10:00:00`,
      'IP Address',
      '192.0.2.1',
      `R_${at}`,
      '',
      'KO',
      text,
      at % 2 ? '전공의' : '전문의',
    ]),
    [
      '2026-04-01 10:00:00',
      'Survey Preview',
      '192.0.2.1',
      'R_9',
      '',
      'KO',
      '미리 보기에서 시험 삼아 쓴 글',
      '전공의',
    ],
  ),
  surveymonkey: rowsOf(
    ['Respondent ID', 'Collector ID', 'Start Date', 'IP Address', EXPERIENCE, '직역', '쓰는 도구', ''],
    ['', '', '', '', 'Open-Ended Response', 'Response', 'ChatGPT', 'Gemini'],
    ...said.map((text, at) => [
      `11${at}`,
      '9',
      '2026-03-01',
      '192.0.2.1',
      text,
      at % 2 ? '전공의' : '전문의',
      at % 2 ? 'ChatGPT' : '',
      'Gemini',
    ]),
  ),
  limesurvey: rowsOf(
    ['id', 'submitdate', 'lastpage', 'startlanguage', 'ipaddr', 'Q1', 'role'],
    ...said.map((text, at) => [
      String(at + 1),
      '2026-03-02 09:00:00',
      '3',
      'ko',
      '192.0.2.1',
      text,
      at % 2 ? '전공의' : '전문의',
    ]),
  ),
  redcap: rowsOf(
    ['record_id', 'redcap_event_name', 'survey_timestamp', 'experience', 'role', 'survey_complete'],
    ...said.flatMap((text, at) => [
      [String(at + 1), 'baseline_arm_1', '2026-03-02 09:00', text, '', '2'],
      [String(at + 1), 'month_1_arm_1', '', '', at % 2 ? '전공의' : '전문의', '0'],
    ]),
  ),
  'google-forms': rowsOf(
    ['타임스탬프', '이메일 주소', EXPERIENCE, '직역'],
    ...said.map((text, at) => [
      `2026. 3. ${at + 1} 오전 9:12:00`,
      `p${at}@example.com`,
      text,
      at % 2 ? '전공의' : '전문의',
    ]),
  ),
  formbricks: rowsOf(
    ['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID', `1. ${EXPERIENCE}`, '2. 직역'],
    ...said.map((text, at) => [
      String(at + 1),
      `c${at}`,
      '2026-03-02T09:00:00Z',
      'true',
      's',
      text,
      at % 2 ? '전공의' : '전문의',
    ]),
  ),
  table: rowsOf(
    ['이름', '전화', 'open.ended', '직역', '경력', 'constant'],
    ...said.map((text, at) => [
      `김아무${at}`,
      `010-0000-000${at}`,
      text,
      at % 2 ? '전공의' : '전문의',
      String(at * 3),
      '0',
    ]),
  ),
};

const choices: ExportChoices = {
  file: 'export.csv',
  id: 'small',
  start: {
    frame: { id: 'none', label: { en: 'No frame' }, domains: [] },
    codebook: { version: 1, codes: [] },
  },
  today: '2026-12-31',
};

function studyFrom(rows: TableRow[], more: Partial<ExportChoices> = {}) {
  const defects = defectList();
  const made = studyFromExport(rows, { ...choices, ...more }, defects);
  defects.throwIfAny('en');
  return made;
}

describe.each(Object.entries(exports))('an export of %s', (tool, rows) => {
  const { snapshot, ...made } = studyFrom(rows);

  it('is recognised', () => {
    expect(made.tool).toBe(tool);
  });

  it('gives its one open question with every answer, word for word', () => {
    expect(made.questions).toHaveLength(1);
    expect(snapshot.answers.map((answer) => answer.text)).toEqual(said);
    expect(snapshot.answers.map((answer) => answer.standing)[3]).toBe('non-substantive');
  });

  it('keeps the role and leaves out who it was', () => {
    const [role = ''] = made.attributes.map((attribute) => attribute.id);
    expect(snapshot.participants.map((participant) => participant.attributes[role])).toEqual([
      '전문의',
      '전공의',
      '전문의',
      '전공의',
      '전문의',
      '전공의',
    ]);
    expect(JSON.stringify(snapshot)).not.toMatch(/192\.0\.2\.1|example\.com|김아무|010-/);
  });

  it('says nothing about consent that nobody recorded', () => {
    expect(new Set(snapshot.participants.map((participant) => participant.consent))).toEqual(
      new Set(['analysis']),
    );
    expect(snapshot.study.languages).toEqual(['ko']);
  });
});

describe('a study from an export', () => {
  it('has the question as participants read it, without marks of rich text', () => {
    const { study } = studyFrom(exports.qualtrics).snapshot;
    expect(study.questions).toEqual([
      { id: 'Q1', concept: 'experience', label: { ko: EXPERIENCE }, text: { ko: EXPERIENCE } },
    ]);
  });

  it('takes the days of its wave from the export, or today', () => {
    expect(studyFrom(exports.qualtrics).snapshot.study.waves[0]).toMatchObject({
      opens: '2026-03-01',
      closes: '2026-03-06',
    });
    expect(studyFrom(exports.table).snapshot.study.waves[0]).toMatchObject({ opens: '2026-12-31' });
  });

  it('numbers participants, or takes their ids from a column', () => {
    expect(studyFrom(exports.limesurvey).snapshot.participants[0]?.id).toBe('P001');
    const { participants } = studyFrom(exports.qualtrics, { idColumn: 'ResponseId' }).snapshot;
    expect(participants.map((participant) => participant.id)).toEqual([
      'R_0',
      'R_1',
      'R_2',
      'R_3',
      'R_4',
      'R_5',
    ]);
  });

  it.each([['open.ended'], ['C'], ['c'], ['3']])('finds the column called %s', (column) => {
    expect(studyFrom(exports.table, { questions: [column] }).questions).toEqual([
      { id: 'open.ended', column: 'open.ended' },
    ]);
  });

  it('counts years as numbers and offers groups for breaking down', () => {
    const { study } = studyFrom(exports.table).snapshot;
    expect(study.attributes.map(({ id, kind }) => [id, kind])).toEqual([
      ['role', 'category'],
      ['years', 'number'],
    ]);
    expect(study.breakdowns).toEqual(['language', 'role']);
  });

  it.each([
    [rowsOf(['a', 'b'], ['1', '2'], ['2', '1']), {}, 'no open question found'],
    [rowsOf(['a', 'b']), {}, 'too few rows'],
    [exports.table, { questions: ['nothing'] }, 'column not in export'],
  ])('needs rows, open answers and the columns that were named (%#)', (rows, more, code) => {
    expect(() => studyFrom(rows, more)).toThrow(Unreadable);
    expect(() => studyFrom(rows, more)).toThrow(code);
  });

  it('reports an id that cannot be one, by row and column and without showing it', () => {
    expect(() => studyFrom(exports.table, { idColumn: 'B', questions: ['C'] })).not.toThrow();
    const rows = [...exports.table, { row: 8, cells: ['', 'not an id', 'some words', '', ''] }];
    expect(() => studyFrom(rows, { idColumn: 'B', questions: ['C'] })).toThrow(
      'export.csv:8:B: this cannot be an id',
    );
  });
});

describe('the legacy form of Qualtrics', () => {
  it('names its system columns in the second row', () => {
    const rows = rowsOf(
      ['V1', 'V4', 'V6', 'Q1', ''],
      ['ResponseID', 'ExternalDataReference', 'IPAddress', EXPERIENCE, ''],
      ...said.map((text, at) => [`R_${at}`, '', '192.0.2.1', text, '']),
    );
    const { tool, columns } = surveyExport(rows);
    expect(tool).toBe('qualtrics');
    expect(columns.map((column) => column.role)).toEqual(['system', 'system', 'system', 'answer']);
  });
});

describe('what a column holds', () => {
  it.each([
    ['Q1', said, 'open'],
    ['role', ['a', 'b', 'a', 'b', 'a'], 'category'],
    ['years', ['1', '12', '3', '7', '9', '30', '1'], 'number'],
    ['Email', ['a@example.com', 'b@example.com'], 'personal'],
    ['Contact?', ['a@example.com', 'b@example.com'], 'personal'],
    ['성명', ['가나다', '라마바'], 'personal'],
    ['when', ['2026-03-01 10:00:00', '2026-03-02 11:00:00'], 'other'],
    ['number', ['20481933', '20481934', '20481935'], 'other'],
    ['same', ['0', '0', '0'], 'other'],
    ['nothing', ['', ''], 'empty'],
  ] as const)('%s', (name, cells, content) => {
    expect(contentOf(name, cells)).toBe(content);
  });
});
