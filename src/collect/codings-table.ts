/**
 * codings.csv: one row a coding. Polarity is written `+`, `-`, `±` or `0`, empty where none was judged; `start`, `end`
 * and `quote` are empty for a coding of a whole answer.
 */
import { csvRecord } from '../kernel/csv.ts';
import type { DefectList } from '../kernel/defects.ts';
import { sha256 } from '../kernel/hash.ts';
import { answerKey, CodeId, CoderId, CodingId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import {
  type Answer,
  type Codebook,
  Coding,
  Pass,
  type Polarity,
  type Span,
  type Study,
} from '../study/model.ts';
import { fromUtf16, sliceCodePoints } from '../text/code-points.ts';
import type { TableRow } from './read-table.ts';
import {
  choiceIn,
  type Header,
  headerOf,
  idIn,
  reportColumns,
  reportLongRow,
  wholeNumberIn,
} from './table-cells.ts';

const COLUMNS = [
  'id',
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
  'origin',
  'codebook_version',
];

const SIGNS = ['+', '-', '±', '0'] as const;
const POLARITIES: Record<(typeof SIGNS)[number], Polarity> = {
  '+': 'positive',
  '-': 'negative',
  '±': 'mixed',
  '0': 'neutral',
};
const SIGN_OF: Record<Polarity, string> = { positive: '+', negative: '-', mixed: '±', neutral: '0' };

export interface CodingsTable {
  codings: Coding[];
  rows: number[];
}

/** What a coding may refer to while it is read. */
export interface CodingContext {
  study: Study;
  codebook: Codebook;
  answers: readonly Answer[];
}

/**
 * Missing columns mean: the study's only question, wave or coder; the independent pass; made by a person with the
 * present codebook; an id made from the coding's content. A quote without offsets is looked for in its answer.
 */
export async function readCodings(
  rows: AsyncIterable<TableRow>,
  file: string,
  context: CodingContext,
  defects: DefectList,
): Promise<CodingsTable> {
  const table: CodingsTable = { codings: [], rows: [] };
  const texts = new Map(context.answers.map((answer) => [answerKey(answer), answer.text]));
  let header: Header | null = null;
  for await (const row of rows) {
    if (header === null) {
      header = headerOf(row, file, defects);
      reportCodingColumns(header, context.study, defects);
      continue;
    }
    reportLongRow(row, header, defects);
    const coding = codingOf(row, header, context, texts, defects);
    if (coding === null) continue;
    table.codings.push(coding);
    table.rows.push(row.row);
  }
  if (header === null) defects.add({ file }, 'file empty', {});
  return table;
}

function reportCodingColumns(header: Header, study: Study, defects: DefectList): void {
  reportColumns(header, { required: ['participant', 'code'], known: COLUMNS }, defects);
  const implied = { question: study.questions.length, wave: study.waves.length, coder: study.coders.length };
  for (const [column, choices] of Object.entries(implied))
    if (!header.has(column) && choices !== 1)
      defects.add({ file: header.file, row: 1, column }, 'default not possible', { column });
}

function codingOf(
  row: TableRow,
  header: Header,
  { study, codebook }: CodingContext,
  texts: ReadonlyMap<string, string>,
  defects: DefectList,
): Coding | null {
  const cell = (column: string) => header.cell(row, column);
  const onlyIf = <T>(column: string, only: T | undefined, read: () => T | null): T | null =>
    header.has(column) ? read() : (only ?? null);
  const participant = idIn(cell('participant'), ParticipantId, defects);
  const question = onlyIf('question', study.questions[0]?.id, () =>
    idIn(cell('question'), QuestionId, defects),
  );
  const wave = onlyIf('wave', study.waves[0]?.id, () => idIn(cell('wave'), WaveId, defects));
  const coder = onlyIf('coder', study.coders[0]?.id, () => idIn(cell('coder'), CoderId, defects));
  const code = idIn(cell('code'), CodeId, defects);
  const pass = choiceIn(cell('pass'), Pass.options, 'independent', defects);
  const sign = choiceIn(cell('polarity'), SIGNS, 'none', defects);
  const origin = choiceIn(cell('origin'), Coding.shape.origin.options, 'person', defects);
  const version = wholeNumberIn(cell('codebook_version'), 1, defects);
  const bad =
    [participant, question, wave, coder, code, pass, sign, origin].includes(null) || version === undefined;
  if (participant === null || question === null || wave === null || coder === null || code === null)
    return null;
  if (bad || pass === null || sign === null || origin === null) return null;
  const span = spanIn(row, header, texts.get(answerKey({ participant, question, wave })) ?? '', defects);
  if (span === undefined) return null;
  const coding = {
    participant,
    question,
    wave,
    code,
    coder,
    pass,
    polarity: sign === 'none' ? null : POLARITIES[sign],
    span,
    origin,
    codebookVersion: version ?? codebook.version,
  };
  const id = cell('id').text === '' ? idByContent(coding) : idIn(cell('id'), CodingId, defects);
  return id === null ? null : { id, ...coding };
}

/** Depends on nothing but the coding, so that reading a table twice, in any order, gives the same ids. */
function idByContent({ span, ...coding }: Omit<Coding, 'id'>): CodingId {
  const words = span === null ? '' : `${span.start}-${span.end}`;
  const content = [answerKey(coding), coding.code, coding.coder, coding.pass, words].join('/');
  return CodingId.parse(`c${sha256(content).slice(0, 16)}`);
}

/** null for a coding of the whole answer; undefined after reporting. */
function spanIn(row: TableRow, header: Header, text: string, defects: DefectList): Span | null | undefined {
  const [startCell, endCell, quoteCell] = [
    header.cell(row, 'start'),
    header.cell(row, 'end'),
    header.cell(row, 'quote'),
  ];
  const start = wholeNumberIn(startCell, 0, defects);
  const end = wholeNumberIn(endCell, 1, defects);
  const quote = quoteCell.verbatim.normalize('NFC');
  if (start === undefined || end === undefined) return undefined;
  if (start === null && end === null)
    return quote === '' ? null : spanOfQuote(quote, text, quoteCell.place, defects);
  if (start === null || end === null) {
    defects.add(startCell.place, 'span half given', {});
    return undefined;
  }
  if (end <= start) {
    defects.add(endCell.place, 'span backwards', {});
    return undefined;
  }
  return { start, end, quote: quote === '' ? sliceCodePoints(text, start, end) : quote };
}

function spanOfQuote(
  quote: string,
  text: string,
  place: Parameters<DefectList['add']>[0],
  defects: DefectList,
): Span | undefined {
  const at = text.indexOf(quote);
  if (at < 0 || text.indexOf(quote, at + 1) >= 0) {
    defects.add(place, 'quote not found once', {});
    return undefined;
  }
  return { start: fromUtf16(text, at), end: fromUtf16(text, at + quote.length), quote };
}

/** The table in its normal form, record by record; codings in the order given. */
export function* codingsCsv(codings: readonly Coding[]): Generator<string> {
  yield csvRecord(COLUMNS);
  for (const { span, ...coding } of codings)
    yield csvRecord([
      coding.id,
      coding.participant,
      coding.question,
      coding.wave,
      coding.code,
      coding.coder,
      coding.pass,
      coding.polarity === null ? null : SIGN_OF[coding.polarity],
      span?.start ?? null,
      span?.end ?? null,
      span?.quote ?? null,
      coding.origin,
      coding.codebookVersion,
    ]);
}
