/**
 * The sentence around a place. Korean answers often end sentences without a full stop (… 도움이 됩니다 그래도 …), which
 * `Intl.Segmenter` reads as one; the endings of polite speech and of notes are taken as ends too.
 */
import type { Units } from './graphemes.ts';

const END = new RegExp(
  [
    String.raw`\n+`,
    // Full stops and their like with closing quotes; not after a usual abbreviation.
    String.raw`(?<!\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|Prof|cf|etc|No))[.!?。！？…]+["'”’」』)\]]*(?=\s|$)`,
    String.raw`(?<=[가-힣](?:니다|니까)|[어아해예에네세군지]요|[가-힣]죠|[가-힣]됨|[있없했였았었겠같않많싶]음)(?=[ \t])`,
  ].join('|'),
  'gu',
);

/** In UTF-16 units, without the white space around it; where nothing but space is, an empty range. */
export function sentenceAround(text: string, at: number): Units {
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(END)) {
    const stop = match.index + (match[0].startsWith('\n') ? 0 : match[0].length);
    // On the end of a sentence one still stands in it; on the space after it, in the next.
    if (stop <= at && match.index + match[0].length <= at) {
      start = match.index + match[0].length;
      continue;
    }
    end = stop;
    break;
  }
  return trimmed(text, { start, end });
}

function trimmed(text: string, { start, end }: Units): Units {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
