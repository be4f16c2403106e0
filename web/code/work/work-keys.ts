/** What a key means on the coding screen. Letters go by their place on the keyboard, so that they work in Korean too. */
import type { Polarity } from '../../../src/study/model.ts';

const letters = {
  KeyS: 'sentence',
  KeyA: 'whole answer',
  KeyC: 'find',
  KeyJ: 'next coding',
  KeyK: 'previous coding',
  KeyM: 'memo',
  KeyN: 'next open',
  KeyF: 'finish',
  KeyO: 'others',
} as const;

const signs = {
  '?': 'help',
  '/': 'find',
  '[': 'previous answer',
  ']': 'next answer',
  Escape: 'whole answer',
  Delete: 'take back',
  Backspace: 'take back',
} as const;

const polarities: Record<string, Polarity> = {
  '+': 'positive',
  '=': 'positive',
  '-': 'negative',
  '0': 'mixed',
  '.': 'neutral',
};

export type WorkKey =
  | { does: 'code' | 'hint'; nth: number }
  | { does: 'value'; polarity: Polarity }
  | { does: (typeof letters)[keyof typeof letters] | (typeof signs)[keyof typeof signs] | 'undo' | 'redo' };

type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** Null where the key means nothing here. */
export function workKeyOf({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  isComposing,
}: Key): WorkKey | null {
  if (isComposing || altKey) return null;
  if (ctrlKey || metaKey) {
    if (code === 'KeyZ') return { does: shiftKey ? 'redo' : 'undo' };
    return code === 'KeyY' ? { does: 'redo' } : null;
  }
  if (key in signs) return { does: signs[key as keyof typeof signs] }; // `in` has just found it
  const polarity = polarities[key];
  if (polarity !== undefined) return { does: 'value', polarity };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return { does: shiftKey ? 'hint' : 'code', nth: Number(digit) - 1 };
  if (code in letters && !shiftKey) return { does: letters[code as keyof typeof letters] }; // as above
  return null;
}
