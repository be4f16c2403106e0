import { describe, expect, it } from 'vitest';
import { moveOf } from './cursor-keys.ts';
import { workKeyOf } from './work-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const press = (key: string, code: string, held: Partial<typeof plain> = {}) => ({
  ...plain,
  key,
  code,
  ...held,
});

describe('keys of the coding screen', () => {
  it('mean the same with the Korean layout on', () => {
    expect(workKeyOf(press('s', 'KeyS'))).toEqual({ does: 'sentence' });
    expect(workKeyOf(press('ㄴ', 'KeyS'))).toEqual({ does: 'sentence' });
  });

  it('mean nothing while a syllable is being composed, nor with keys of the browser', () => {
    expect(workKeyOf(press('ㄴ', 'KeyS', { isComposing: true }))).toBeNull();
    expect(workKeyOf(press('f', 'KeyF', { ctrlKey: true }))).toBeNull();
    expect(workKeyOf(press('1', 'Digit1', { altKey: true }))).toBeNull();
  });

  it('count codes from the first key, and hints with Shift whatever sign that makes', () => {
    expect(workKeyOf(press('3', 'Digit3'))).toEqual({ does: 'code', nth: 2 });
    expect(workKeyOf(press('3', 'Numpad3'))).toEqual({ does: 'code', nth: 2 });
    expect(workKeyOf(press('@', 'Digit2', { shiftKey: true }))).toEqual({ does: 'hint', nth: 1 });
  });

  it('value by signs, wherever a keyboard has them', () => {
    expect(workKeyOf(press('+', 'Equal', { shiftKey: true }))).toEqual({
      does: 'value',
      polarity: 'positive',
    });
    expect(workKeyOf(press('+', 'BracketRight'))).toEqual({ does: 'value', polarity: 'positive' });
    expect(workKeyOf(press('0', 'Digit0'))).toEqual({ does: 'value', polarity: 'mixed' });
  });

  it('undo and redo as everywhere', () => {
    expect(workKeyOf(press('z', 'KeyZ', { ctrlKey: true }))).toEqual({ does: 'undo' });
    expect(workKeyOf(press('Z', 'KeyZ', { metaKey: true, shiftKey: true }))).toEqual({ does: 'redo' });
    expect(workKeyOf(press('y', 'KeyY', { ctrlKey: true }))).toEqual({ does: 'redo' });
  });
});

describe('keys of the cursor', () => {
  it('go by words as the system has it', () => {
    expect(moveOf(press('ArrowRight', '', { ctrlKey: true }), false)).toMatchObject({
      direction: 'right',
      to: 'word',
    });
    expect(moveOf(press('ArrowRight', '', { altKey: true }), true)).toMatchObject({
      direction: 'right',
      to: 'word',
    });
    expect(moveOf(press('ArrowRight', '', { metaKey: true }), true)).toMatchObject({ to: 'lineboundary' });
  });

  it('go to the ends of the line, or of the answer', () => {
    expect(moveOf(press('End', ''), false)).toMatchObject({ direction: 'forward', to: 'lineboundary' });
    expect(moveOf(press('End', '', { ctrlKey: true }), false)).toMatchObject({ to: 'document' });
    expect(moveOf(press('x', 'KeyX'), false)).toBeNull();
  });
});
