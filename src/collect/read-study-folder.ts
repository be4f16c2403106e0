/** A study folder as a snapshot: the files are read one after the other, and everything wrong is told at once. */
import { type DefectList, defectList, type MessageLanguage, Unreadable } from '../kernel/defects.ts';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import type { ParticipantId } from '../study/ids.ts';
import type { Language } from '../study/localised.ts';
import type { Answer, Participant, Study } from '../study/model.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { type PlaceOf, snapshotDefects } from '../study/snapshot-defects.ts';
import { languageOf } from '../text/language.ts';
import { type AnswersTable, readAnswers } from './answers-table.ts';
import { readAssignments } from './assignments-table.ts';
import { readCodings } from './codings-table.ts';
import { type ListedParticipant, type ParticipantsTable, readParticipants } from './participants-table.ts';
import { readTable, type TableRow } from './read-table.ts';
import {
  type PlaceInFile,
  readCodebook,
  readPriorities,
  readStudyDocument,
  readThemes,
  type StudyDocument,
} from './study-documents.ts';
import { findTable, openFolder, type StudyTable } from './study-files.ts';

/**
 * The study in the folder, in canonical order. Only study.yaml and answers.csv must be there.
 * @throws InputProblems in `language` with all that is wrong
 */
export async function readStudyFolder(
  folder: string,
  { language = 'en' }: { language?: MessageLanguage } = {},
): Promise<StudySnapshot> {
  const defects = defectList();
  try {
    const snapshot = await readInto(await openFolder(folder), defects);
    defects.throwIfAny(language);
    if (snapshot !== null) return snapshot;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    defects.addAll([error.defect]);
  }
  defects.throwIfAny(language);
  throw new Error('reading a study ended without a study and without a defect');
}

async function readInto(folder: string, defects: DefectList): Promise<StudySnapshot | null> {
  const document = await readStudyDocument(folder, defects);
  const codebook = await readCodebook(folder, defects);
  const themes = await readThemes(folder, defects);
  const priorities = await readPriorities(folder, defects);
  if (document === null) return null;
  const listed = await readTableOf(folder, 'participants', defects, (rows, file) =>
    readParticipants(rows, file, document.describes.attributes ? document.study.attributes : null, defects),
  );
  const study = withImpliedAttributes(document, listed.content);
  const answers = await readTableOf(folder, 'answers', defects, (rows, file) =>
    readAnswers(rows, file, study, defects),
  );
  if (answers.content === null) return null;
  const context = { study, codebook: codebook.content, answers: answers.content.answers };
  const codings = await readTableOf(folder, 'codings', defects, (rows, file) =>
    readCodings(rows, file, context, defects),
  );
  const assignments = await readTableOf(folder, 'assignments', defects, (rows, file) =>
    readAssignments(rows, file, defects),
  );
  const snapshot: StudySnapshot = {
    format: 1,
    study,
    participants: participantsOf(listed.content, answers.content, study),
    answers: answers.content.answers,
    codebook: codebook.content,
    assignments: assignments.content?.assignments ?? null,
    codings: codings.content?.codings ?? [],
    themes: themes.content.themes,
    priorities: priorities.content.priorities,
  };
  const inTable =
    (file: string, rows: readonly number[]): PlaceInFile =>
    ([at, column]) => ({
      file,
      row: rows[Number(at)],
      ...(column === undefined ? {} : { column: String(column) }),
    });
  const places: Record<Parameters<PlaceOf>[0], PlaceInFile> = {
    study: document.place,
    participants: inTable(listed.file, listed.content?.rows ?? []),
    answers: inTable(answers.file, answers.content.rows),
    codebook: codebook.place,
    assignments: inTable(assignments.file, assignments.content?.rows ?? []),
    codings: inTable(codings.file, codings.content?.rows ?? []),
    themes: (path) => themes.place(['themes', ...path]),
    priorities: (path) => priorities.place(['priorities', ...path]),
  };
  defects.addAll(snapshotDefects(snapshot, (part, path) => places[part](path)));
  return inCanonicalOrder(snapshot);
}

/** null where the table is absent, which only the answers may not be, or where it could not be read. */
async function readTableOf<T>(
  folder: string,
  table: StudyTable,
  defects: DefectList,
  read: (rows: AsyncIterable<TableRow>, file: string) => Promise<T>,
): Promise<{ content: T | null; file: string }> {
  const nothing = { content: null, file: `${table}.csv` };
  try {
    const file = await findTable(folder, table, defects);
    if (file !== null)
      return { content: await read(readTable(file.path, file.name), file.name), file: file.name };
    if (table === 'answers') defects.add({ file: nothing.file }, 'file missing', {});
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    defects.addAll([error.defect]);
  }
  return nothing;
}

/** The study with the attributes that the table implies, and without default breakdowns by attributes it lacks. */
function withImpliedAttributes({ study, describes }: StudyDocument, listed: ParticipantsTable | null): Study {
  const attributes = listed?.attributes ?? study.attributes;
  if (describes.breakdowns) return { ...study, attributes };
  const known = new Set(['language', ...attributes.map((attribute) => attribute.id)]);
  return { ...study, attributes, breakdowns: study.breakdowns.filter((attribute) => known.has(attribute)) };
}

/** The listed participants or, without a list, those who answered, whose words are counted and never quoted. */
function participantsOf(
  listed: ParticipantsTable | null,
  answers: AnswersTable,
  study: Study,
): Participant[] {
  const texts = new Map<ParticipantId, string[]>();
  for (const answer of answers.answers) {
    const before = texts.get(answer.participant);
    if (before === undefined) texts.set(answer.participant, [answer.text]);
    else before.push(answer.text);
  }
  const participants = listed?.participants ?? [...texts.keys()].map(unlisted);
  return participants.map((participant) => ({
    ...participant,
    language: participant.language ?? languageOfAnswers(texts.get(participant.id) ?? [], study),
  }));
}

function unlisted(id: Answer['participant']): ListedParticipant {
  return { id, language: null, consent: 'analysis', withdrawn: null, attributes: {} };
}

/** As the answers are written, where the study has several languages; its first where they do not tell. */
function languageOfAnswers(texts: readonly string[], study: Study): Language {
  const written = study.languages.length > 1 ? languageOf(texts.join(' ')) : null;
  const [first = 'en'] = study.languages;
  return written !== null && study.languages.includes(written) ? written : first;
}
