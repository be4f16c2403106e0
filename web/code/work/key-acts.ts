/** Which act each key of the screen stands for. */
import type { Cursor } from './cursor.ts';
import { focusLabel } from './margin-labels.tsx';
import type { CodingActs } from './use-coding.ts';
import type { WorkNow } from './use-work.ts';
import type { WorkKey } from './work-keys.ts';

interface Reach {
  acts: CodingActs;
  cursor: Cursor;
  work: WorkNow;
  words: { allDone: string };
  step: (by: number) => void;
  finish: () => void;
  find: () => void;
  takeHint: (nth: number) => void;
  giveKey: (nth: number) => void;
  toText: () => void;
}

type Plain = Exclude<WorkKey['does'], 'code' | 'hint' | 'value'>;

export function keyActs(
  { acts, cursor, work, words, step, finish, find, takeHint, giveKey, toText }: Reach,
  shown: Record<'memo' | 'help' | 'others', () => void>,
): (key: WorkKey) => void {
  const plain: Record<Plain, () => void> = {
    ...shown,
    find,
    finish,
    undo: acts.undo,
    redo: acts.redo,
    sentence() {
      toText();
      cursor.chooseSentence();
    },
    'whole answer'() {
      toText();
      cursor.clear();
      acts.focus(null);
    },
    'next coding': () => step(1),
    'previous coding': () => step(-1),
    'take back'() {
      const isInMargin = document.activeElement?.matches('.work-label') === true;
      const next = acts.takeBack();
      if (!isInMargin) return;
      if (next === null) toText();
      else focusLabel(next);
    },
    'previous answer': () => work.before && work.go(work.before.key),
    'next answer': () => work.after && work.go(work.after.key),
    'next open'() {
      if (work.nextOpen) work.go(work.nextOpen.key);
      else acts.tell(words.allDone);
    },
  };
  return (key) => {
    if (key.does === 'code') giveKey(key.nth);
    else if (key.does === 'hint') takeHint(key.nth);
    else if (key.does === 'value') acts.value(key.polarity);
    else plain[key.does]();
  };
}
