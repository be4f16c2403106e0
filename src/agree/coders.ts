/** Who coded whom: as assigned, or read off the codings where nobody recorded it. */
import type { CoderId, ParticipantId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { Pass } from '../study/model.ts';

/**
 * Coders by participant in a pass: as assigned; where nobody was recorded for a participant, those who coded an answer
 * of that participant.
 */
export function codersByParticipant(lookup: StudyLookup, pass: Pass): Map<ParticipantId, Set<CoderId>> {
  const { assignments, codings } = lookup.snapshot;
  const assigned = collectCoders(lookup, assignments ?? [], pass);
  const coded = collectCoders(lookup, codings, pass);
  return new Map([...coded, ...assigned]);
}

function collectCoders(
  lookup: StudyLookup,
  rows: Iterable<{ participant: ParticipantId; coder: CoderId; pass: Pass }>,
  pass: Pass,
): Map<ParticipantId, Set<CoderId>> {
  const coders = new Map<ParticipantId, Set<CoderId>>();
  for (const row of rows) {
    if (row.pass !== pass || !lookup.positionOf.has(row.participant)) continue;
    const known = coders.get(row.participant);
    if (known) known.add(row.coder);
    else coders.set(row.participant, new Set([row.coder]));
  }
  return coders;
}
