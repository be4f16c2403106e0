/** A pair of themes in words: of those with the one, how many gave the other, and of those without. */
import { insideBrackets, qWords } from '../../src/report/format.ts';
import { element } from '../../src/report/markup.ts';
import type { ShownPair } from '../../src/report/surviving-pairs.ts';
import { refKey } from '../../src/report/trace.ts';
import { useLanguage } from '../kit/language.tsx';
import { Sentence, useEvidenceAddress, useReportWords } from '../kit/markup.tsx';
import { useAnalysis, useNames } from '../kit/study.ts';

export function PairSentence({ pair }: { pair: ShownPair }) {
  const { alignment } = useReportWords();
  const names = useNames();
  const address = useEvidenceAddress();
  const { left, right, table, test } = pair;
  const both = element(
    'a',
    { class: 'evidence-link', href: address({ kind: 'pair', left, right }) },
    alignment.people(table.both, insideBrackets(test.shareWith)),
  );
  return (
    <Sentence
      markup={alignment.pair({
        withLeft: table.both + table.leftOnly,
        left: element('strong', {}, names.theme(left.theme)),
        both,
        right: element('strong', {}, names.theme(right.theme)),
        without: table.rightOnly + table.neither,
        shareWithout: alignment.people(table.rightOnly, insideBrackets(test.shareWithout)),
        q: qWords(test.q),
      })}
    />
  );
}

/** The sentence of the mark that is pointed at; it keeps its place, so that nothing moves when it changes. */
export function PointedPair({ pointed }: { pointed: string | null }) {
  const { words } = useLanguage();
  const { alignment } = useAnalysis();
  const pair = alignment.questions
    .flatMap(({ pairs }) => pairs)
    .find(({ left, right }) => refKey({ kind: 'pair', left, right }) === pointed);
  return (
    <p className="pointed" aria-live="polite">
      {pair?.state === 'shown' ? <PairSentence pair={pair} /> : words.align.point}
    </p>
  );
}
