/**
 * What a snapshot's schema cannot say: that everything referred to exists, nothing is there twice, and every span
 * has its words. The folder's reader and the store's import ask the same questions.
 */
import { type Defect, type DefectCode, type DefectValues, defect, type Place } from '../kernel/defects.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import { answerKey } from './ids.ts';
import type { Coding } from './model.ts';
import type { StudySnapshot } from './snapshot.ts';

export type SnapshotPart = Exclude<keyof StudySnapshot, 'format'>;
/** Where a part of the snapshot came from: `path` as in the snapshot, e.g. ['codings'], [17, 'code']. */
export type PlaceOf = (part: SnapshotPart, path: readonly PropertyKey[]) => Place;
/** `Report` takes a path within the part that `checking` was given. */
type Report = <C extends DefectCode>(path: readonly PropertyKey[], code: C, values: DefectValues<C>) => void;

/** Defects in the order of the parts; none for a snapshot that holds together. */
export function snapshotDefects(snapshot: StudySnapshot, placeOf: PlaceOf = placeInSnapshot): Defect[] {
  const found: Defect[] = [];
  const reportIn =
    (part: SnapshotPart): Report =>
    (path, code, values) =>
      found.push(defect(placeOf(part, path), code, values));
  const known = idsOf(snapshot);
  checkStudy(snapshot, reportIn('study'));
  checkParticipants(snapshot, reportIn('participants'));
  checkAnswers(snapshot, known, reportIn('answers'), placeOf);
  checkCodebook(snapshot, known, reportIn('codebook'));
  checkAssignments(snapshot, known, reportIn('assignments'));
  checkCodings(snapshot, known, reportIn('codings'), placeOf);
  checkThemes(snapshot, known, reportIn('themes'));
  checkPriorities(snapshot, known, reportIn('priorities'));
  return found;
}

const placeInSnapshot: PlaceOf = (part, path) => ({
  file: 'snapshot',
  column: [part, ...path.map(String)].join('.'),
});

interface Known {
  participants: Set<string>;
  questions: Set<string>;
  waves: Set<string>;
  coders: Set<string>;
  codes: Set<string>;
  codings: Set<string>;
  domains: Set<string>;
}

function idsOf({ study, participants, codebook, codings }: StudySnapshot): Known {
  const ids = (items: ReadonlyArray<{ id: string }>) => new Set(items.map((item) => item.id));
  return {
    participants: ids(participants),
    questions: ids(study.questions),
    waves: ids(study.waves),
    coders: ids(study.coders),
    codes: ids(codebook.codes),
    codings: ids(codings),
    domains: ids(study.frame.domains),
  };
}

/** Half characters and NULs, which neither UTF-8 nor PostgreSQL can hold. */
const MALFORMED = /[\p{Surrogate}\0]/u;

/** Columns of the participants' table, which no attribute may be called. */
const RESERVED_ATTRIBUTES = new Set(['id', 'participant', 'language', 'consent', 'withdrawn']);

function checkStudy({ study }: StudySnapshot, report: Report): void {
  const lists = {
    questions: study.questions,
    waves: study.waves,
    attributes: study.attributes,
    coders: study.coders,
  };
  for (const [list, items] of Object.entries(lists)) reportTwice(items, [list], report);
  reportTwice(study.frame.domains, ['frame', 'domains'], report);
  study.waves.forEach((wave, at) => {
    if (wave.closes < wave.opens) report(['waves', at, 'closes'], 'wave closes first', {});
  });
  study.attributes.forEach((attribute, at) => {
    if (RESERVED_ATTRIBUTES.has(attribute.id)) report(['attributes', at, 'id'], 'id reserved', {});
  });
  const attributes = new Set(['language', ...study.attributes.map((attribute) => attribute.id)]);
  study.breakdowns.forEach((attribute, at) => {
    if (!attributes.has(attribute)) report(['breakdowns', at], 'attribute unknown', {});
  });
}

function checkParticipants({ study, participants }: StudySnapshot, report: Report): void {
  reportTwice(participants, [], report);
  const kinds = new Map(study.attributes.map((attribute) => [attribute.id, attribute.kind]));
  participants.forEach((participant, at) => {
    for (const [attribute, value] of Object.entries(participant.attributes)) {
      if (!kinds.has(attribute)) report([at, attribute], 'attribute unknown', {});
      else if (kinds.get(attribute) === 'number' && value !== '' && !isNumber(value))
        report([at, attribute], 'number expected', {});
    }
  });
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

function checkAnswers({ answers }: StudySnapshot, known: Known, report: Report, placeOf: PlaceOf): void {
  const first = new Map<string, number>();
  answers.forEach((answer, at) => {
    if (!known.participants.has(answer.participant)) report([at, 'participant'], 'participant unknown', {});
    if (!known.questions.has(answer.question)) report([at, 'question'], 'question unknown', {});
    if (!known.waves.has(answer.wave)) report([at, 'wave'], 'wave unknown', {});
    if (MALFORMED.test(answer.text)) report([at, 'text'], 'text malformed', {});
    const key = answerKey(answer);
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else report([at, 'participant'], 'answer twice', { row: placeOf('answers', [before]).row });
  });
}

function checkCodebook({ codebook }: StudySnapshot, known: Known, report: Report): void {
  reportTwice(codebook.codes, ['codes'], report);
  const parents = new Map(codebook.codes.map((code) => [code.id, code.parent]));
  codebook.codes.forEach((code, at) => {
    if (code.domain !== undefined && !known.domains.has(code.domain))
      report(['codes', at, 'domain'], 'domain unknown', {});
    if (code.parent === undefined) return;
    if (!known.codes.has(code.parent)) report(['codes', at, 'parent'], 'code unknown', {});
    else if (isOwnAncestor(code.id, parents)) report(['codes', at, 'parent'], 'parent in a circle', {});
  });
}

function isOwnAncestor<Id>(id: Id, parents: ReadonlyMap<Id, Id | undefined>): boolean {
  let ancestor = parents.get(id);
  for (let steps = 0; ancestor !== undefined && steps < parents.size; steps++) {
    if (ancestor === id) return true;
    ancestor = parents.get(ancestor);
  }
  return false;
}

function checkAssignments({ assignments }: StudySnapshot, known: Known, report: Report): void {
  const seen = new Set<string>();
  assignments?.forEach((assignment, at) => {
    if (!known.participants.has(assignment.participant))
      report([at, 'participant'], 'participant unknown', {});
    if (!known.coders.has(assignment.coder)) report([at, 'coder'], 'coder unknown', {});
    const key = `${assignment.participant}/${assignment.coder}/${assignment.pass}`;
    if (seen.has(key)) report([at, 'participant'], 'assignment twice', {});
    seen.add(key);
  });
}

function checkCodings(
  { answers, codings, codebook }: StudySnapshot,
  known: Known,
  report: Report,
  placeOf: PlaceOf,
): void {
  const texts = new Map(answers.map((answer) => [answerKey(answer) as string, answer.text]));
  const first = new Map<string, number>();
  reportTwice(codings, [], report);
  codings.forEach((coding, at) => {
    if (!known.codes.has(coding.code)) report([at, 'code'], 'code unknown', {});
    if (!known.coders.has(coding.coder)) report([at, 'coder'], 'coder unknown', {});
    if (coding.codebookVersion > codebook.version)
      report([at, 'codebook_version'], 'codebook version later', { version: codebook.version });
    const before = first.get(sameness(coding));
    if (before === undefined) first.set(sameness(coding), at);
    else report([at, 'code'], 'coding twice', { row: placeOf('codings', [before]).row });
    if (!known.participants.has(coding.participant)) report([at, 'participant'], 'participant unknown', {});
    else if (!known.questions.has(coding.question)) report([at, 'question'], 'question unknown', {});
    else if (!known.waves.has(coding.wave)) report([at, 'wave'], 'wave unknown', {});
    else
      checkSpan(coding, texts.get(answerKey(coding)), (column, code, values) =>
        report([at, column], code, values),
      );
  });
}

/** Two codings that agree in this say the same thing twice. */
function sameness(coding: Coding): string {
  const words = coding.span === null ? '' : `${coding.span.start}-${coding.span.end}`;
  return `${answerKey(coding)}/${coding.code}/${coding.coder}/${coding.pass}/${words}`;
}

function checkSpan(
  { span }: Coding,
  text: string | undefined,
  report: <C extends DefectCode>(column: string, code: C, values: DefectValues<C>) => void,
): void {
  if (text === undefined) report('participant', 'answer unknown', {});
  if (text === undefined || span === null) return;
  const length = codePointLength(text);
  if (span.end <= span.start) report('end', 'span backwards', {});
  else if (span.end > length) report('end', 'span outside', { length });
  else if (sliceCodePoints(text, span.start, span.end) !== span.quote) report('quote', 'quote differs', {});
}

function checkThemes({ themes }: StudySnapshot, known: Known, report: Report): void {
  reportTwice(themes, [], report);
  themes.forEach((theme, at) => {
    theme.questions.forEach((question, nth) => {
      if (!known.questions.has(question)) report([at, 'questions', nth], 'question unknown', {});
    });
    theme.codes.forEach((code, nth) => {
      if (!known.codes.has(code)) report([at, 'codes', nth], 'code unknown', {});
    });
    for (const list of ['narrative', 'negativeCases'] as const) {
      theme[list].forEach((claim, nth) => {
        claim.codings.forEach((coding, cited) => {
          if (!known.codings.has(coding)) report([at, list, nth, 'codings', cited], 'coding unknown', {});
        });
      });
    }
  });
}

function checkPriorities({ priorities }: StudySnapshot, known: Known, report: Report): void {
  reportTwice(priorities, [], report);
  priorities.forEach((priority, at) => {
    priority.codes.forEach((code, nth) => {
      if (!known.codes.has(code)) report([at, 'codes', nth], 'code unknown', {});
    });
  });
}

function reportTwice(
  items: ReadonlyArray<{ id: string }>,
  path: readonly PropertyKey[],
  report: Report,
): void {
  const seen = new Set<string>();
  items.forEach(({ id }, at) => {
    if (seen.has(id)) report([...path, at, 'id'], 'id twice', {});
    seen.add(id);
  });
}
