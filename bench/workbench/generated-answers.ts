/**
 * Answers in Korean and English for large studies: sentences of the sample study in which words are exchanged for other
 * words of it, so that syllables and words are as frequent as they are in what people write.
 */
import { type Random, randomBelow } from '../../packages/methods/src/index.ts';
import type { Answer, Participant } from '../../src/study/model.ts';
import type { StudySnapshot } from '../../src/study/snapshot.ts';

type Language = Participant['language'];

interface Stock {
  sentences: string[][];
  /** Every word as often as it occurs, so that a draw takes frequent words frequently. */
  words: string[];
}

/** Names that nobody bears, one in about a thousand answers: what a search for something rare looks for. */
export const RARE_NAMES = ['두벨라핀정', '카로미솔', 'Ostravexin', 'Lumiquell'] as const;
const ONE_RARE_IN = 1000;
const SHARE_EXCHANGED = 0.4;

/** @returns a function that writes `sentences` sentences in the language, another text each time */
export function answerWriter(
  sample: StudySnapshot,
  random: Random,
): (language: Language, sentences: number) => string {
  const stocks = { ko: stockOf(sample, 'ko'), en: stockOf(sample, 'en') };
  const one = <Item>(items: readonly Item[]) => items[randomBelow(random, items.length)] as Item; // never empty
  return (language, sentences) => {
    const { sentences: known, words } = stocks[language];
    const written = Array.from({ length: sentences }, () =>
      one(known)
        .map((word) => (random() < SHARE_EXCHANGED ? one(words) : word))
        .join(' '),
    );
    if (randomBelow(random, ONE_RARE_IN) === 0) written.push(one(RARE_NAMES));
    return `${written.join('. ')}.`;
  };
}

function stockOf({ participants, answers }: StudySnapshot, language: Language): Stock {
  const who = new Set(participants.filter((one) => one.language === language).map(({ id }) => id));
  const isTheirs = ({ participant, standing }: Answer) =>
    who.has(participant) && standing === 'interpretable';
  const sentences = answers
    .filter(isTheirs)
    .flatMap(({ text }) => text.split(/[.?!\n]+/u))
    .map((sentence) => sentence.split(/\s+/u).filter((word) => word !== ''))
    .filter((words) => words.length > 1);
  return { sentences, words: sentences.flat() };
}
