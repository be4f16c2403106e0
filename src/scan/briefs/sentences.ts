/** The sentences of an abstract, each with its place, and the section that a structured abstract puts it in. */
import { fromUtf16 } from '../../text/code-points.ts';

export interface AbstractSentence {
  text: string;
  /** Code points of the abstract. */
  start: number;
  end: number;
  /** The heading it stands under, in lower case; null before the first or where there is none. */
  section: string | null;
}

// Abstracts are edited prose: a sentence ends at a full stop before a capital, a figure or another script.
const END =
  /(?<!\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|Prof|cf|etc|al|Fig|No|approx|St|\p{Lu}))[.!?。！？]+["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{N}\p{Script=Hangul}])|\n+/gu;
const HEADING =
  /^(background|introduction|context|importance|issue addressed|aims?|objectives?|purpose|(?:study )?design|setting|participants|patients|methods?|materials and methods|data sources|study selection|data extraction|data synthesis|evidence acquisition|evidence synthesis|interventions?|exposures?|main outcomes? and measures?|main outcome measures?|measurements|(?:main )?results?|findings|limitations?|conclusions?(?: and relevance)?|interpretation|discussion|implications|significance|배경|목적|방법|결과|결론|고찰)\s*[:：.]\s*/i;

export function sentencesOf(abstract: string): AbstractSentence[] {
  const sentences: AbstractSentence[] = [];
  let section: string | null = null;
  let from = 0;
  const add = (until: number) => {
    const words = abstract.slice(from, until);
    let start = from + (words.length - words.trimStart().length);
    const end = from + words.trimEnd().length;
    from = until;
    const heading = HEADING.exec(abstract.slice(start, end));
    if (heading !== null) {
      section = (heading[1] ?? '').toLowerCase();
      start += heading[0].length;
    }
    if (end <= start) return;
    sentences.push({
      text: abstract.slice(start, end),
      start: fromUtf16(abstract, start),
      end: fromUtf16(abstract, end),
      section,
    });
  };
  for (const { index, 0: mark } of abstract.matchAll(END)) add(index + mark.length);
  add(abstract.length);
  return sentences;
}
