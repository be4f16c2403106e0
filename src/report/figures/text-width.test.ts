import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, textWidth, wrapText } from './text-width.ts';

const size = 12;

describe('words in a given width', () => {
  it('gives Hangul about an em and Latin about half', () => {
    expect(textWidth('위기대응', 10)).toBeCloseTo(37.2);
    expect(textWidth('crisis', 10)).toBeLessThan(30);
  });

  it('breaks Korean between words, as keep-all does', () => {
    expect(wrapText('쓰기 전의 검증과 쓴 뒤의 감시', 100, size)).toEqual([
      '쓰기 전의 검증과',
      '쓴 뒤의 감시',
    ]);
  });

  it('cuts only a word that is wider than a line', () => {
    const lines = wrapText('Verantwortungsdiffusion ja', 60, size, 9);
    expect(lines.join('')).toBe('Verantwortungsdiffusion ja');
    expect(lines.length).toBeGreaterThan(2);
  });

  it('ends in an ellipsis where the lines do not suffice', () => {
    expect(wrapText('one two three four five six', 40, size, 2).at(-1)).toMatch(/…$/);
  });

  it('never passes the width nor the number of lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('위기', '연계 체계', 'AI', 'documentation', '👩‍⚕️', '('), { maxLength: 12 }),
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const lines = wrapText(words.join(' '), width, size, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('keeps words that fit', () => {
    expect(shorten('동의와 고지', 100, size)).toBe('동의와 고지');
  });
});
