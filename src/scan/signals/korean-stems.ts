/**
 * Korean words without what is attached to them, to name things by: 망상을 and 망상이 are 망상. There is no dictionary:
 * where an ending could be a part of the word (정신과, 전문의), the other words of the same texts decide. Searching cuts
 * more boldly, since it keeps the whole word beside its stem.
 */

const WORD = /\p{Script=Hangul}+/gu;
const SHORTEST_STEM = 2;

/** Hardly any noun of three syllables ends in these. */
const SURE =
  '에게서는 에서는 에게서 으로는 이라는 하였다 에서도 으로의 에서의 에서 에게 에는 에도 에의 와의 으로 부터 까지 처럼 보다 라는 하는 하여 하고 하기 되는 되어 했다 됐다 을 를 은 는 에'.split(
    ' ',
  );
/** Many do. */
const DOUBTFUL = '이나 적인 의 과 와 도 로 만 나 가 이 한 할 된 될 적'.split(' ');

/** Which endings stand only behind a final consonant, which only behind a vowel. */
const BEHIND_CONSONANT = new Set('은 을 이 과 으로 으로는 으로의 이라는 이나'.split(' '));
const BEHIND_VOWEL = new Set('는 를 가 와 와의 라는 나'.split(' '));

/** Cuts the words of these texts; a word that is not of them stays as it is but for endings that are sure. */
export function koreanStems(texts: readonly string[]): (word: string) => string {
  const words = new Set(texts.flatMap((text) => text.normalize('NFC').match(WORD) ?? []));
  const endings = new Map<string, Set<string>>();
  for (const word of words) {
    for (const { stem, ending } of [...cuts(word, SURE), ...cuts(word, DOUBTFUL)])
      endings.set(stem, (endings.get(stem) ?? new Set()).add(ending));
  }
  const isWord = (stem: string) => words.has(stem) || (endings.get(stem)?.size ?? 0) > 1;
  const stemOf = (word: string) => {
    const [sure] = cuts(word, SURE);
    if (sure !== undefined) return sure.stem;
    // What other words add their endings to is whole.
    if (endings.has(word)) return word;
    return cuts(word, DOUBTFUL).find(({ stem }) => isWord(stem))?.stem ?? word;
  };
  const stems = new Map(Array.from(words, (word) => [word, stemOf(word)]));
  return (word) => stems.get(word) ?? stemOf(word);
}

/** The longest ending first. */
function cuts(word: string, endings: readonly string[]): { stem: string; ending: string }[] {
  return endings
    .map((ending) => ({ ending, stem: word.slice(0, -ending.length) }))
    .filter(
      ({ stem, ending }) =>
        stem.length >= SHORTEST_STEM && word.endsWith(ending) && fits(stem.at(-1) ?? '', ending),
    );
}

function fits(last: string, ending: string): boolean {
  const hasFinal = (last.charCodeAt(0) - 0xac00) % 28 !== 0;
  return hasFinal ? !BEHIND_VOWEL.has(ending) : !BEHIND_CONSONANT.has(ending);
}
