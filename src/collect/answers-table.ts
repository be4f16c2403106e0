/**
 * answers.csv: one row an answer (`participant, question, wave, text` and, where a person decided otherwise than the
 * rule, `standing`), or one row a participant with a column for each question.
 */
import { csvRecord } from '../kernel/csv.ts';
import type { DefectList } from '../kernel/defects.ts';
import { ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { type Answer, Standing, type Study } from '../study/model.ts';
import { standingByRule } from '../study/standing.ts';
import type { TableRow } from './read-table.ts';
import { choiceIn, type Header, headerOf, idIn, reportColumns, reportLongRow } from './table-cells.ts';

export interface AnswersTable {
  answers: Answer[];
  rows: number[];
  /** The column that holds an answer's text. */
  textColumn(answer: Answer): string;
}

/** In the wide form an empty cell is no answer; in the long form a row with an empty text is an empty answer. */
export async function readAnswers(
  rows: AsyncIterable<TableRow>,
  file: string,
  study: Study,
  defects: DefectList,
): Promise<AnswersTable> {
  const table: AnswersTable = { answers: [], rows: [], textColumn: () => 'text' };
  let header: Header | null = null;
  let answersIn: (row: TableRow, header: Header) => Answer[] = () => [];
  for await (const row of rows) {
    if (header === null) {
      header = headerOf(row, file, defects);
      const wide = isWide(header, study);
      if (wide) table.textColumn = (answer) => answer.question;
      answersIn = wide ? wideReader(header, study, defects) : longReader(header, study, defects);
      continue;
    }
    reportLongRow(row, header, defects);
    for (const answer of answersIn(row, header)) {
      table.answers.push(answer);
      table.rows.push(row.row);
    }
  }
  if (header === null) defects.add({ file }, 'file empty', {});
  return table;
}

function isWide(header: Header, study: Study): boolean {
  return !header.has('text') && study.questions.some((question) => header.has(question.id));
}

function longReader(header: Header, study: Study, defects: DefectList) {
  reportColumns(
    header,
    { required: ['participant', 'text'], known: ['participant', 'question', 'wave', 'text', 'standing'] },
    defects,
  );
  const onlyQuestion = onlyOne(study.questions, 'question', header, defects);
  const onlyWave = onlyOne(study.waves, 'wave', header, defects);
  return (row: TableRow): Answer[] => {
    const participant = idIn(header.cell(row, 'participant'), ParticipantId, defects);
    const question = onlyQuestion ?? idIn(header.cell(row, 'question'), QuestionId, defects);
    const wave = onlyWave ?? idIn(header.cell(row, 'wave'), WaveId, defects);
    const text = header.cell(row, 'text').verbatim;
    const standing = choiceIn(header.cell(row, 'standing'), Standing.options, standingByRule(text), defects);
    if (participant === null || question === null || wave === null || standing === null) return [];
    return [{ participant, question, wave, ...normalised(text), standing }];
  };
}

function wideReader(header: Header, study: Study, defects: DefectList) {
  const idColumn = header.has('id') ? 'id' : 'participant';
  const questions = study.questions.filter((question) => header.has(question.id));
  const known = [idColumn, 'wave', ...study.questions.map((question) => question.id)];
  reportColumns(header, { required: [idColumn], known }, defects);
  const onlyWave = onlyOne(study.waves, 'wave', header, defects);
  return (row: TableRow): Answer[] => {
    const participant = idIn(header.cell(row, idColumn), ParticipantId, defects);
    const wave = onlyWave ?? idIn(header.cell(row, 'wave'), WaveId, defects);
    if (participant === null || wave === null) return [];
    return questions.flatMap((question) => {
      const text = header.cell(row, question.id).verbatim;
      if (text === '') return [];
      return [
        { participant, question: question.id, wave, ...normalised(text), standing: standingByRule(text) },
      ];
    });
  };
}

/** What a missing column means where the study has one question or wave only; reported where it has several. */
function onlyOne<Id extends string>(
  items: ReadonlyArray<{ id: Id }>,
  column: string,
  header: Header,
  defects: DefectList,
): Id | null {
  if (header.has(column)) return null;
  if (items.length > 1)
    defects.add({ file: header.file, row: 1, column }, 'default not possible', { column });
  return items[0]?.id ?? null;
}

function normalised(original: string): { text: string; original?: string } {
  const text = original.normalize('NFC');
  return text === original ? { text } : { text, original };
}

/** The long table in its normal form, record by record; answers in the order given, texts as they came. */
export function* answersCsv(answers: readonly Answer[]): Generator<string> {
  const decided = answers.some((answer) => decidedStanding(answer) !== null);
  const header = ['participant', 'question', 'wave', 'text'];
  yield csvRecord(decided ? [...header, 'standing'] : header);
  for (const answer of answers) {
    const cells = [answer.participant, answer.question, answer.wave, answer.original ?? answer.text];
    yield csvRecord(decided ? [...cells, decidedStanding(answer)] : cells);
  }
}

/** The standing where it is not what the rule says. */
function decidedStanding(answer: Answer): Standing | null {
  return answer.standing === standingByRule(answer.original ?? answer.text) ? null : answer.standing;
}
