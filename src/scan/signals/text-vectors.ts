/** Texts as TF-IDF vectors of length 1 (Salton and Buckley, Information Processing and Management 24 (1988) 513-523). */

export type TextVector = ReadonlyMap<string, number>;

/** Words that say nothing of a subject, and are common enough only in long lists. */
const SMALL = new Set(
  'the and for with from that this these those was were are has have had not but its their our which who than then into over can may been being both between after before more most such also 대한 관한 위한 통한 따른 의한 대해 통해 위해 따라 대하여 관하여 통하여 위하여 있는 없는 있다 없다 있었다 그리고 또는 및'.split(
    ' ',
  ),
);

/** In more texts than this share a word parts nothing. */
const MOST_COMMON = 0.4;

/**
 * Weight: (1 + ln count) x ln(n / texts with the word). Words of one text alone, and those of nearly all, are left out.
 * @param hangul what a word in Hangul counts as; pairs of syllables, which hold whatever is attached to the word, unless given
 */
export function textVectors(
  texts: readonly string[],
  hangul: (word: string) => string[] = syllablePairs,
): TextVector[] {
  const counted = texts.map((text) => termCounts(text, hangul));
  const spread = new Map<string, number>();
  for (const counts of counted)
    for (const term of counts.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const most = Math.max(2, texts.length * MOST_COMMON);
  return counted.map((counts) => {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [term, count] of counts) {
      const among = spread.get(term) ?? 0;
      if (among < 2 || among > most) continue;
      const weight = (1 + Math.log(count)) * Math.log(texts.length / among);
      if (weight <= 0) continue;
      weights.set(term, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    return new Map(Array.from(weights, ([term, weight]) => [term, weight / length]));
  });
}

function termCounts(text: string, hangul: (word: string) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/\p{Script=Hangul}+|[\p{L}\p{N}]{3,}/gu)) {
    if (SMALL.has(word)) continue;
    const terms = /^\p{Script=Hangul}/u.test(word) ? hangul(word) : [word];
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function syllablePairs(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}
