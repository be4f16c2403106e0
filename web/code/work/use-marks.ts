/** The marks of the codings that are shown, carried over from one state to the next. */
import { useState } from 'react';
import type { DeskCoding } from '../sync/outbox.ts';
import { type Marks, nextMarks, noMarks, type Place } from './marks.ts';

export function useMarks(place: Place, codings: readonly DeskCoding[]): Marks {
  const [held, setHeld] = useState(() => ({ codings, marks: nextMarks(place, noMarks(place), codings) }));
  if (held.codings === codings) return held.marks;
  const marks = nextMarks(place, held.marks, codings);
  setHeld({ codings, marks });
  return marks;
}
