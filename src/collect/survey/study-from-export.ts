/** A study made of a survey tool's export: its open questions, its attributes and everybody who answered. */
import { type DefectList, defect, Unreadable } from '../../kernel/defects.ts';
import { inCanonicalOrder } from '../../study/canonical-order.ts';
import type { StartingPoint } from '../../study/frames/load-frame.ts';
import { ParticipantId, QuestionId } from '../../study/ids.ts';
import type { Language, Localised } from '../../study/localised.ts';
import { type Answer, type Participant, Study } from '../../study/model.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import { standingByRule } from '../../study/standing.ts';
import { languageOf } from '../../text/language.ts';
import { columnLetters, type TableRow } from '../read-table.ts';
import { type ColumnContent, contentOf } from './column-content.ts';
import { attributeName, isAttributeId, uniqueIds } from './column-ids.ts';
import { type ExportColumn, type SurveyExport, type SurveyTool, surveyExport } from './export-shape.ts';
import { conceptOf, inOne, languageNamed, languagesOf, period, shortened } from './guesses.ts';

export interface ExportChoices {
  /** What messages call the file. */
  file: string;
  /** Of the new study. */
  id: string;
  /** Columns by name, letter or number; guessed where none are named. */
  questions?: readonly string[];
  /** The column with participants' ids; without it they are numbered. */
  idColumn?: string;
  language?: Language;
  start: StartingPoint;
  /** Calendar date for a wave whose export tells none. */
  today: string;
}

export interface StudyFromExport {
  snapshot: StudySnapshot;
  tool: SurveyTool;
  questions: { id: string; column: string }[];
  attributes: { id: string; column: string }[];
  /** Names of columns that are not in the study: written by the tool, private, or of no use. */
  leftOut: string[];
}

/** @throws Unreadable where no open question is found or a column that was named is not there */
export function studyFromExport(
  rows: readonly TableRow[],
  choices: ExportChoices,
  defects: DefectList,
): StudyFromExport {
  const survey = surveyExport(rows);
  if (survey.rows.length === 0)
    throw new Unreadable(defect({ file: choices.file }, 'too few rows', { minimum: 1 }));
  const chosen = chosenColumns(survey, choices);
  const people = survey.rows.flatMap((row, at) => personOf(row, at, survey, chosen, choices, defects) ?? []);
  const participants = people.map((person) => person.participant);
  const used = new Set([chosen.id, ...[...chosen.questions, ...chosen.attributes].map((one) => one.column)]);
  const named = ({ id, column }: Named) => ({ id, column: column.text });
  return {
    snapshot: inCanonicalOrder({
      format: 1,
      study: studyOf(survey, chosen, participants, choices),
      participants,
      answers: people.flatMap((person) => person.answers),
      codebook: choices.start.codebook,
      assignments: null,
      codings: [],
      themes: [],
      priorities: [],
    }),
    tool: survey.tool,
    questions: chosen.questions.map(named),
    attributes: chosen.attributes.map(named),
    leftOut: survey.columns.filter((column) => !used.has(column)).map((column) => column.name),
  };
}

interface Named {
  id: string;
  column: ExportColumn;
}

interface ChosenColumns {
  id: ExportColumn | null;
  questions: Named[];
  attributes: (Named & { kind: 'category' | 'number' })[];
}

function chosenColumns({ columns, rows }: SurveyExport, choices: ExportChoices): ChosenColumns {
  const { file } = choices;
  const contents = new Map(
    columns.map(
      (column) =>
        [
          column,
          contentIn(
            column,
            rows.map((row) => cellText(row, column)),
          ),
        ] as const,
    ),
  );
  const id = choices.idColumn === undefined ? null : namedColumn(choices.idColumn, columns, file);
  const open =
    choices.questions?.map((name) => namedColumn(name, columns, file)) ??
    columns.filter((column) => contents.get(column) === 'open' && column !== id);
  if (open.length === 0) throw new Unreadable(defect({ file }, 'no open question found', {}));
  if (open.length > MOST_QUESTIONS)
    throw new Unreadable(defect({ file }, 'too many questions', { maximum: MOST_QUESTIONS }));
  const taken = new Set([...open, id]);
  const described = columns.flatMap((column) => {
    const kind = contents.get(column);
    return !taken.has(column) && (kind === 'category' || kind === 'number') ? [{ column, kind }] : [];
  });
  const questionIds = uniqueIds(
    open.map((column) => column.name),
    isShortId,
    'q',
  );
  const attributeIds = uniqueIds(
    described.map(({ column }) => attributeName(column.name)),
    isAttributeId,
    'attribute_',
  );
  return {
    id,
    questions: open.map((column, nth) => ({ column, id: questionIds[nth] ?? '' })),
    attributes: described.map((one, nth) => ({ ...one, id: attributeIds[nth] ?? '' })),
  };
}

function isShortId(name: string): boolean {
  return name.length <= 24 && QuestionId.safeParse(name).success;
}

/** A row's participant with what it answered, or null after reporting that its id cannot be one. */
function personOf(
  row: TableRow,
  at: number,
  { columns, rows }: SurveyExport,
  chosen: ChosenColumns,
  choices: ExportChoices,
  defects: DefectList,
): { participant: Participant; answers: Answer[] } | null {
  const id = participantId(row, at, rows.length, chosen.id, choices.file, defects);
  if (id === null) return null;
  const answers = chosen.questions.flatMap((question): Answer[] => {
    const original = row.cells[question.column.at] ?? '';
    if (original.trim() === '') return [];
    const text = original.normalize('NFC');
    const kept = text === original ? { text } : { text, original };
    const standing = standingByRule(text);
    return [{ participant: id, question: QuestionId.parse(question.id), wave: WAVE, ...kept, standing }];
  });
  const recorded = columns.find((column) => column.role === 'language');
  const language =
    (recorded && languageNamed(cellText(row, recorded))) ??
    languageOf(answers.map((answer) => answer.text).join(' ')) ??
    choices.language ??
    'en';
  const attributes = chosen.attributes
    .map((attribute) => [attribute.id, cellText(row, attribute.column)] as const)
    .filter(([, value]) => value !== '');
  return {
    participant: {
      id,
      language,
      consent: 'analysis',
      withdrawn: null,
      attributes: Object.fromEntries(attributes),
    },
    answers,
  };
}

function studyOf(
  { columns, rows }: SurveyExport,
  { questions, attributes }: ChosenColumns,
  participants: readonly Participant[],
  { id, language, start, today }: ExportChoices,
): Study {
  const groups = attributes.filter((attribute) => attribute.kind === 'category').slice(0, 2);
  return Study.parse({
    id,
    title: inOne(id),
    synthetic: false,
    method: start.codebook.codes.length > 0 ? 'directed content analysis' : 'codebook thematic analysis',
    languages: languagesOf(participants, language),
    frame: start.frame,
    questions: questions.map(({ id: question, column: { text } }) => ({
      id: question,
      concept: conceptOf(text),
      label: inOne(shortened(text)),
      text: inOne(text),
    })),
    waves: [{ id: WAVE, ...period(columns, rows, today) }],
    attributes: attributes.map(({ id: attribute, column, kind }) => ({
      id: attribute,
      label: inOne(shortened(column.text)),
      kind,
    })),
    breakdowns: ['language', ...groups.map((attribute) => attribute.id)],
    consent: CONSENT_TO_FILL_IN,
  });
}

const MOST_QUESTIONS = 20;
const WAVE = 'w1' as Answer['wave']; // a valid id by its letters

function cellText(row: TableRow, column: ExportColumn): string {
  return (row.cells[column.at] ?? '').trim().normalize('NFC');
}

export const CONSENT_TO_FILL_IN: Required<Localised> = {
  ko: '여기에 참여자가 동의한 문구를 적어 주십시오.',
  en: 'Write here the consent text that participants agreed to.',
};

function contentIn(column: ExportColumn, cells: readonly string[]): ColumnContent {
  if (column.role !== 'answer') return 'other';
  const content = contentOf(column.name, cells);
  return column.open && content !== 'empty' && content !== 'personal' ? 'open' : content;
}

/** By name or question, else by spreadsheet letter, else by number from 1. */
function namedColumn(name: string, columns: readonly ExportColumn[], file: string): ExportColumn {
  const wanted = name.trim().normalize('NFC');
  const found =
    columns.find((column) => column.name === wanted || column.text === wanted) ??
    columns.find((column) => columnLetters(column.at) === wanted.toUpperCase()) ??
    columns.find((column) => String(column.at + 1) === wanted);
  if (found === undefined)
    throw new Unreadable(defect({ file, row: 1, column: wanted }, 'column not in export', {}));
  return found;
}

function participantId(
  row: TableRow,
  at: number,
  count: number,
  column: ExportColumn | null,
  file: string,
  defects: DefectList,
): ParticipantId | null {
  if (column === null)
    return ParticipantId.parse(`P${String(at + 1).padStart(Math.max(3, String(count).length), '0')}`);
  const cell = cellText(row, column);
  const id = ParticipantId.safeParse(cell);
  if (id.success) return id.data;
  defects.add(
    { file, row: row.row, column: columnLetters(column.at) },
    cell === '' ? 'cell empty' : 'id malformed',
    {},
  );
  return null;
}
