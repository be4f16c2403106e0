/**
 * How wide words will be and where they break, estimated without a DOM. The classes of width are averages of
 * Pretendard, Noto Sans KR and the common system fonts, rounded up so that a label errs towards room.
 */

/** Estimated width in the unit of `size` (the font size). */
export function textWidth(words: string, size: number): number {
  let width = 0;
  for (const character of words) width += characterWidth(character);
  return width * size;
}

function characterWidth(character: string): number {
  if (
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u.test(
      character,
    )
  )
    return 0.93;
  if (/[\p{Mark}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u.test(character)) return 0;
  if (/[ .,:;'|!ijlI()[\]]/.test(character)) return 0.31;
  if (/[ftr\-–]/.test(character)) return 0.38;
  if (/[mwMW%@—]/.test(character)) return 0.86;
  if (/\p{Lu}/u.test(character)) return 0.67;
  return 0.57;
}

/**
 * Lines no wider than `width`, broken between words as Korean and English both are; a word wider than a line is cut.
 * Past `most` lines the last one ends in an ellipsis.
 */
export function wrapText(words: string, width: number, size: number, most = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((whole) => cutToFit(whole, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(' '), width, size)];
}

/** The words, or as many of them as fit with an ellipsis. */
export function shorten(words: string, width: number, size: number): string {
  if (textWidth(words, size) <= width) return words;
  let kept = '';
  for (const character of words) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function cutToFit(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
