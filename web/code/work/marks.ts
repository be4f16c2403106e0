/**
 * Where the codings of one answer are drawn. What changes with a coding is its own block and nothing else: a line keeps
 * its place among overlapping lines, and blocks without a change stay the same objects, so that nothing is drawn anew.
 */
import type { CodingId } from '../../../src/study/ids.ts';
import type { TextIndex } from '../../../src/text/text-index.ts';
import { LANES } from '../../kit/lanes.ts';
import type { DeskCoding } from '../sync/outbox.ts';
import { blockAt } from './blocks.ts';

export interface Mark {
  coding: DeskCoding;
  /** The first id of what was replaced step by step: the same on screen while its polarity changes. */
  slot: CodingId;
  /** UTF-16 units; a coding of the whole answer stands at 0 and is not underlined. */
  start: number;
  end: number;
  lane: number;
}

export interface Marks {
  byId: ReadonlyMap<CodingId, Mark>;
  /** By block: the marks that begin there or run through it, in the order of the text. */
  touching: readonly (readonly Mark[])[];
  /** By block: the marks that begin there, whose labels stand beside it. */
  beginning: readonly (readonly Mark[])[];
}

export function noMarks({ starts }: Place): Marks {
  const none = starts.map(() => []);
  return { byId: new Map(), touching: none, beginning: none };
}

/** The text, and where its blocks begin. */
export interface Place {
  index: TextIndex;
  starts: readonly number[];
}

/** The marks of these codings, as much of it as can be the marks that were. */
export function nextMarks({ index, starts }: Place, before: Marks, codings: readonly DeskCoding[]): Marks {
  const byId = new Map<CodingId, Mark>();
  const changed = new Set<number>();
  const fresh: Mark[] = [];
  const touches = ({ start, end }: Mark) => {
    const last = blockAt(starts, Math.max(start, end - 1));
    for (let at = blockAt(starts, start); at <= last; at++) changed.add(at);
  };
  for (const coding of codings) {
    const old = before.byId.get(coding.id);
    const mark = old ?? newMark(index, coding, before.byId);
    byId.set(coding.id, old?.coding.waiting === coding.waiting ? old : { ...mark, coding });
    if (old === undefined) fresh.push(mark);
    if (old?.coding.waiting !== coding.waiting) touches(mark);
  }
  for (const [id, mark] of before.byId) if (!byId.has(id)) touches(mark);
  if (changed.size === 0) return before;

  const touching = [...before.touching];
  for (const at of changed) {
    touching[at] = (before.touching[at] ?? []).flatMap(({ coding: { id } }) => byId.get(id) ?? []);
  }
  for (const { coding, start, end, lane } of inOrder(fresh)) {
    const mark = byId.get(coding.id);
    if (mark === undefined) continue;
    const first = blockAt(starts, start);
    const last = blockAt(starts, Math.max(start, end - 1));
    const neighbours = touching.slice(first, last + 1).flat();
    mark.lane = lane === UNPLACED ? freeLane(neighbours, mark) : lane;
    for (let at = first; at <= last; at++) touching[at] = [...(touching[at] ?? []), mark];
  }
  const beginning = [...before.beginning];
  for (const at of changed) {
    const marks = inOrder(touching[at] ?? []);
    touching[at] = marks;
    beginning[at] = marks.filter(({ start }) => blockAt(starts, start) === at);
  }
  return { byId, touching, beginning };
}

const UNPLACED = -1;

function newMark(index: TextIndex, coding: DeskCoding, before: Marks['byId']): Mark {
  const { span, supersedes, id } = coding;
  const start = span === null ? 0 : index.toUtf16(span.start);
  const end = span === null ? 0 : index.toUtf16(span.end);
  const replaced = supersedes === null ? undefined : before.get(supersedes);
  const lane = replaced?.start === start && replaced.end === end ? replaced.lane : UNPLACED;
  return { coding, slot: replaced?.slot ?? id, start, end, lane };
}

/** The highest line that no overlapping mark has; deeper overlaps share the last. */
function freeLane(others: readonly Mark[], { start, end }: Mark): number {
  const taken = new Set(others.flatMap((one) => (one.start < end && start < one.end ? [one.lane] : [])));
  for (let lane = 0; lane < LANES - 1; lane++) if (!taken.has(lane)) return lane;
  return LANES - 1;
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
