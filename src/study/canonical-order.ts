/** One order for the rows of a study, so that equal studies are equal bytes wherever they have been. */
import type { Assignment } from './model.ts';
import type { StudySnapshot } from './snapshot.ts';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Participants and codings by id; answers and assignments by participant, then in the order in which the study
 * lists its questions and waves. Codes, themes and priorities keep the order that their authors gave them.
 */
export function inCanonicalOrder(snapshot: StudySnapshot): StudySnapshot {
  const questionAt = positions(snapshot.study.questions);
  const waveAt = positions(snapshot.study.waves);
  return {
    ...snapshot,
    participants: snapshot.participants.toSorted((a, b) => byCodeUnits(a.id, b.id)),
    answers: snapshot.answers.toSorted(
      (a, b) =>
        byCodeUnits(a.participant, b.participant) ||
        (questionAt.get(a.question) ?? 0) - (questionAt.get(b.question) ?? 0) ||
        (waveAt.get(a.wave) ?? 0) - (waveAt.get(b.wave) ?? 0),
    ),
    codings: snapshot.codings.toSorted((a, b) => byCodeUnits(a.id, b.id)),
    // No assignments and an empty list of them say the same: nobody recorded who was given what.
    assignments: snapshot.assignments?.length ? snapshot.assignments.toSorted(byPassThenParticipant) : null,
  };
}

function positions(items: ReadonlyArray<{ id: string }>): Map<string, number> {
  return new Map(items.map((item, at) => [item.id, at]));
}

function byPassThenParticipant(a: Assignment, b: Assignment): number {
  return (
    byCodeUnits(a.pass, b.pass) || byCodeUnits(a.participant, b.participant) || byCodeUnits(a.coder, b.coder)
  );
}
