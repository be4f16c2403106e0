/**
 * A snapshot with its rows found in one step. Withdrawn participants are left out here, so that nothing that counts or
 * quotes can see them. Participants are known by their position, which keeps counting in large studies cheap.
 */
import { type AnswerKey, answerKey, type CodeId, type ParticipantId, type QuestionId } from './ids.ts';
import type { Answer, Code, Coding, Participant } from './model.ts';
import type { StudySnapshot } from './snapshot.ts';

/** An answer of somebody who has not withdrawn, with every coding on it. */
export interface LookedUpAnswer {
  key: AnswerKey;
  answer: Answer;
  /** Position in `participants`. */
  person: number;
  codings: Coding[];
}

export interface StudyLookup {
  snapshot: StudySnapshot;
  /** Those who have not withdrawn, in the order of the snapshot. */
  participants: Participant[];
  positionOf: Map<ParticipantId, number>;
  /** By question, then in the order of the participants. */
  answers: Map<QuestionId, LookedUpAnswer[]>;
  byKey: Map<AnswerKey, LookedUpAnswer>;
  /** By question: 1 at the position of each participant with an interpretable answer to it, in any wave. */
  interpretable: Map<QuestionId, Uint8Array>;
  codes: Map<CodeId, Code>;
}

/** Indexes a snapshot. Codings on answers that are not in it are left out. */
export function lookUp(snapshot: StudySnapshot): StudyLookup {
  const participants = snapshot.participants.filter((participant) => participant.withdrawn === null);
  const positionOf = new Map(participants.map((participant, at) => [participant.id, at]));
  const answers = new Map<QuestionId, LookedUpAnswer[]>();
  const interpretable = new Map<QuestionId, Uint8Array>();
  for (const { id } of snapshot.study.questions) {
    answers.set(id, []);
    interpretable.set(id, new Uint8Array(participants.length));
  }
  const byKey = new Map<AnswerKey, LookedUpAnswer>();
  for (const answer of snapshot.answers) {
    const person = positionOf.get(answer.participant);
    const list = answers.get(answer.question);
    if (person === undefined || list === undefined) continue;
    const found = { key: answerKey(answer), answer, person, codings: [] };
    list.push(found);
    byKey.set(found.key, found);
    const flags = interpretable.get(answer.question);
    if (flags && answer.standing === 'interpretable') flags[person] = 1;
  }
  for (const list of answers.values()) list.sort((a, b) => a.person - b.person);
  for (const coding of snapshot.codings) byKey.get(answerKey(coding))?.codings.push(coding);
  const codes = new Map(snapshot.codebook.codes.map((code) => [code.id, code]));
  return { snapshot, participants, positionOf, answers, byKey, interpretable, codes };
}

/** The value of an attribute, `language` being the language of answering; empty where it is not known. */
export function attributeOf(participant: Participant, attribute: string): string {
  return attribute === 'language' ? participant.language : (participant.attributes[attribute] ?? '');
}

/** How many positions are marked. */
export function countMarked(flags: Uint8Array): number {
  let marked = 0;
  for (let at = 0; at < flags.length; at++) marked += flags[at] ?? 0;
  return marked;
}
