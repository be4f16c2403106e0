/** Between the rows of the tables and the words of the study. What comes out of the database is parsed again. */
import { sha256 } from '../kernel/hash.ts';
import { Answer, Coding, Participant } from '../study/model.ts';
import type { AnswerTable, CodingTable, ParticipantTable } from './tables.ts';

export function participantRow(study_id: string, participant: Participant): ParticipantTable {
  return {
    study_id,
    participant: participant.id,
    language: participant.language,
    consent: participant.consent,
    withdrawn: participant.withdrawn,
    attributes: JSON.stringify(participant.attributes),
  };
}

export function participantOf(row: ParticipantTable): Participant {
  return Participant.parse({
    id: row.participant,
    language: row.language,
    consent: row.consent,
    withdrawn: row.withdrawn,
    attributes: JSON.parse(row.attributes),
  });
}

export function answerRow(study_id: string, answer: Answer): AnswerTable {
  return { study_id, ...answer, original: answer.original ?? null, text_hash: sha256(answer.text) };
}

export function answerOf(row: AnswerTable): Answer {
  const { participant, question, wave, text, original, standing } = row;
  return Answer.parse({
    participant,
    question,
    wave,
    text,
    standing,
    ...(original === null ? {} : { original }),
  });
}

/** `at` says in which pass the coding was made, when, and in whose place it stands. */
export function codingRow(
  study_id: string,
  coding: Coding,
  at: Pick<CodingTable, 'pass_id' | 'supersedes' | 'recorded_at'>,
): CodingTable {
  const { id, span, codebookVersion, ...rest } = coding;
  return {
    study_id,
    coding: id,
    ...rest,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
    quote: span?.quote ?? null,
    codebook_version: codebookVersion,
    ...at,
  };
}

export function codingOf(row: CodingTable): Coding {
  return Coding.parse({
    id: row.coding,
    participant: row.participant,
    question: row.question,
    wave: row.wave,
    code: row.code,
    coder: row.coder,
    pass: row.pass,
    polarity: row.polarity,
    span: row.span_start === null ? null : { start: row.span_start, end: row.span_end, quote: row.quote },
    origin: row.origin,
    codebookVersion: row.codebook_version,
  });
}
