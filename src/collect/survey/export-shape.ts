/**
 * Recognises the exports of survey tools by the literal shape of their headers, and gives every export as one header
 * row and data rows. Shapes: Qualtrics (three header rows; two in its legacy form), SurveyMonkey (two), LimeSurvey,
 * REDCap, Google Forms and Formbricks (one).
 */
import type { TableRow } from '../read-table.ts';

export const surveyTools = [
  'qualtrics',
  'surveymonkey',
  'limesurvey',
  'redcap',
  'google-forms',
  'formbricks',
  'table',
] as const;
export type SurveyTool = (typeof surveyTools)[number];

export interface ExportColumn {
  /** Position in the rows. */
  at: number;
  /** The column's short name, or the question where the tool gives no other. */
  name: string;
  /** The question as participants read it. */
  text: string;
  /** `system`: written by the tool, not by the participant. `language` and `date` are system columns that are used. */
  role: 'answer' | 'language' | 'date' | 'system';
  /** The tool itself says that the column holds answers in free text. */
  open: boolean;
}

export interface SurveyExport {
  tool: SurveyTool;
  columns: ExportColumn[];
  rows: TableRow[];
}

/** @param rows header rows and data, at least one row */
export function surveyExport(rows: readonly TableRow[]): SurveyExport {
  const [first = [], second = [], third = []] = rows.slice(0, 3).map((row) => row.cells.map(cleaned));
  const isLegacy = first[0] === 'V1' && /^ResponseID$/i.test(second[0] ?? '');
  if (third.some((cell) => cell.startsWith('{"ImportId":')))
    return given('qualtrics', 3, first, first, second, rows, qualtricsRole);
  if (isLegacy) return given('qualtrics', 2, legacyNames(first, second), second, second, rows, qualtricsRole);
  if (/^Respondent ?ID$/.test(first[0] ?? '') && (second[0] ?? '') === '')
    return surveyMonkey(first, second, rows);
  const tool = toolOfHeader(first);
  const merged = tool === 'redcap' ? mergedRecords(first, rows) : rows;
  return given(tool, 1, first, first, first, merged, rolesOf[tool]);
}

type RoleOf = (name: string, at: number) => ExportColumn['role'];

function given(
  tool: SurveyTool,
  headerRows: number,
  names: readonly string[],
  labels: readonly string[],
  texts: readonly string[],
  rows: readonly TableRow[],
  roleOf: RoleOf,
): SurveyExport {
  const columns = names.flatMap((name, at) => {
    if (name === '' && (texts[at] ?? '') === '') return []; // some tools end every line with a separator
    const text = texts[at] || name;
    return [{ at, name: name || text, text, role: roleOf(labels[at] || name, at), open: false }];
  });
  const statusAt = tool === 'qualtrics' ? names.findIndex((name) => /^status$/i.test(name)) : -1;
  const isTrial = (row: TableRow) => /^(?:survey )?(?:preview|test)/i.test(row.cells[statusAt] ?? '');
  return { tool, columns, rows: rows.slice(headerRows).filter((row) => !isTrial(row)) };
}

/** In the legacy form the first row names V1 to V10 what the second row calls ResponseID and so on. */
function legacyNames(first: readonly string[], second: readonly string[]): string[] {
  return first.map((name, at) => (/^V\d+$/.test(name) ? (second[at] ?? name) : name));
}

/** The question stands over its first column only; the second row says what each column holds of it. */
function surveyMonkey(
  first: readonly string[],
  second: readonly string[],
  rows: readonly TableRow[],
): SurveyExport {
  let question = '';
  const columns = Array.from({ length: Math.max(first.length, second.length) }, (_, at): ExportColumn => {
    question = first[at] || question;
    const part = second[at] ?? '';
    const whole = part === '' || /^(?:Response|Open-Ended Response|응답|주관식 응답)$/i.test(part);
    const text = whole ? question : `${question} [${part}]`;
    const role = part === '' ? rolesOf.surveymonkey(question, at) : 'answer';
    return { at, name: text, text, role, open: /^(?:Open-Ended Response|주관식 응답)$/i.test(part) };
  });
  return { tool: 'surveymonkey', columns, rows: rows.slice(2) };
}

function toolOfHeader(header: readonly string[]): Exclude<SurveyTool, 'qualtrics'> {
  const has = (name: RegExp) => header.some((cell) => name.test(cell));
  if (has(/^submitdate$/) && has(/^lastpage$|^startlanguage$/)) return 'limesurvey';
  if (has(/^Date submitted$/) && has(/^Last page$|^Start language$/)) return 'limesurvey';
  if (has(/^redcap_(?:event_name|repeat_instrument|repeat_instance|data_access_group|survey_identifier)$/))
    return 'redcap';
  if (/^(?:record_id|study_id)$/.test(header[0] ?? '') && has(/^[a-z0-9_]+_complete$/)) return 'redcap';
  if (header[0] === 'No.' && header[1] === 'Response ID') return 'formbricks';
  return TIMESTAMP.test(header[0] ?? '') ? 'google-forms' : 'table';
}

const TIMESTAMP =
  /^(?:Timestamp|타임스탬프|Zeitstempel|Horodateur|Marca temporal|Carimbo de data\/hora|Informazioni cronologiche|Tijdstempel|タイムスタンプ|时间戳记|時間戳記)$/i;
const QUALTRICS =
  /^(?:StartDate|EndDate|Status|IPAddress|Progress|Duration \(in seconds\)|Finished|RecordedDate|ResponseId|ResponseSet|Name|EmailAddress|RecipientLastName|RecipientFirstName|RecipientEmail|ExternalReference|ExternalDataReference|LocationLatitude|LocationLongitude|LocationAccuracy|DistributionChannel|UserLanguage|Q_.+|.+_DO(?:_.+)?)$/i;
const qualtricsRole: RoleOf = (name) => {
  if (/^UserLanguage$/i.test(name)) return 'language';
  if (/^(?:StartDate|RecordedDate)$/i.test(name)) return 'date';
  return QUALTRICS.test(name) ? 'system' : 'answer';
};

const rolesOf: Record<Exclude<SurveyTool, 'qualtrics'>, RoleOf> = {
  surveymonkey: (name) => {
    if (/^Start Date$/i.test(name)) return 'date';
    return /^(?:Respondent ?ID|Collector ?ID|End ?Date|IP ?Address|Email ?Address|First ?Name|Last ?Name|Custom ?Data.*)$/i.test(
      name,
    )
      ? 'system'
      : 'answer';
  },
  limesurvey: (name) => {
    if (/^(?:startlanguage|Start language)$/.test(name)) return 'language';
    if (/^(?:submitdate|startdate|Date submitted|Date started)$/.test(name)) return 'date';
    return /^(?:id|lastpage|seed|token|datestamp|ipaddr|refurl|Response ID|Last page|Seed|Token\/Access code|Date last action|IP address|Referrer URL|.+Time)$/.test(
      name,
    )
      ? 'system'
      : 'answer';
  },
  redcap: (name, at) => {
    if (/_timestamp$/.test(name)) return 'date';
    return at === 0 || /^redcap_|_complete$/.test(name) ? 'system' : 'answer';
  },
  'google-forms': (name, at) => {
    if (at === 0) return 'date';
    return /^(?:Username|Email address|사용자 이름|이메일 주소|Score|점수)$/i.test(name)
      ? 'system'
      : 'answer';
  },
  formbricks: (name) => {
    if (name === 'Timestamp') return 'date';
    return /^(?:No\.|Response ID|Finished|Quotas|Survey ID|Formbricks ID.*|User ID|Tags|Verified Email|person\..+|.+ - Option ID)$/.test(
      name,
    )
      ? 'system'
      : 'answer';
  },
  table: (name) => {
    if (/^(?:language|언어)$/i.test(name)) return 'language';
    return /^(?:timestamp|date|created_?at|submitted_?at|응답일|날짜)$/i.test(name) ? 'date' : 'answer';
  },
};

/** REDCap gives a record one row an event or repeated form: the first filled cell of each column counts. */
function mergedRecords(header: readonly string[], rows: readonly TableRow[]): TableRow[] {
  const [head, ...data] = rows;
  const records = new Map<string, TableRow>();
  for (const row of data) {
    const record = row.cells[0] ?? '';
    const before = records.get(record);
    if (before === undefined) records.set(record, { row: row.row, cells: [...row.cells] });
    else for (let at = 0; at < header.length; at++) before.cells[at] ||= row.cells[at] ?? '';
  }
  return head === undefined ? [] : [head, ...records.values()];
}

/** Headers on one line, without the marks of rich text that some tools leave in question texts. */
function cleaned(cell: string): string {
  return cell
    .replace(/<[a-z/][^>]{0,200}>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
