/** Who is given whom: some participants go to every coder, so that agreement can be measured, the others to one each. */
import { type Random, seededRandom } from '@firsthand/methods';
import type { CoderId, ParticipantId } from '../study/ids.ts';

export interface Given {
  coder: CoderId;
  participant: ParticipantId;
}

/** Seven hundredths of 100 come out a little above 7, and no eighth participant is meant. */
const ROUNDING = 1e-9;

/**
 * Draws without regard to anything about the participants, `sample` of them where it is given. The first
 * `ceil(shared × n)` of the shuffled participants go to all coders; the rest are dealt in turn, so that loads differ by
 * one at most.
 */
export function assign(
  participants: readonly ParticipantId[],
  coders: readonly CoderId[],
  { shared, seed, sample = participants.length }: { shared: number; seed: number; sample?: number },
): Given[] {
  const drawn = shuffled(participants, seededRandom(seed)).slice(0, sample);
  const inCommon = Math.ceil(shared * drawn.length - ROUNDING);
  return drawn.flatMap((participant, at): Given[] => {
    if (at < inCommon) return coders.map((coder) => ({ coder, participant }));
    const coder = coders[(at - inCommon) % coders.length];
    return coder === undefined ? [] : [{ coder, participant }];
  });
}

/** Fisher and Yates; the input stays as it is. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn = [...items];
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = drawn[at] as Item; // both places are inside the list
    drawn[at] = drawn[other] as Item;
    drawn[other] = held;
  }
  return drawn;
}
