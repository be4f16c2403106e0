/** Coders have a colour each, of the eight that are told apart; the first eight coders never share one. */
import type { StudyOutline } from '../kit/api.ts';

const COLOURS = 8;

/** 1 to 8 by the coder's place in the study; 0 for a coder that the study does not name. */
export function coderColours({ study }: Pick<StudyOutline, 'study'>): (coder: string) => number {
  const places = new Map<string, number>(study.coders.map(({ id }, at) => [id, (at % COLOURS) + 1]));
  return (coder) => places.get(coder) ?? 0;
}
