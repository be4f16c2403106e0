/** Who says this also says what: threads between the questions, every pair as a cell, and the strongest in words. */
import './alignment.css';
import { useState } from 'react';
import type { QuestionAlignment } from '../../src/align/model.ts';
import { alignmentHeatMap } from '../../src/report/figures/alignment-heat-map.ts';
import { alluvialFigure } from '../../src/report/figures/alluvial.ts';
import { largestQ, survivingPairs } from '../../src/report/surviving-pairs.ts';
import { FigureView } from '../kit/figure.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useAnalysis, useNames, useStudy } from '../kit/study.ts';
import { PairSentence, PointedPair } from './pair-sentence.tsx';

export function AlignmentPage() {
  const { words } = useLanguage();
  const report = useReportWords();
  const outline = useStudy();
  const analysis = useAnalysis();
  const [pointed, setPointed] = useState<string | null>(null);
  const entries = analysis.alignment.questions.filter(({ pairs }) => pairs.length > 0);
  if (entries.length === 0) {
    return (
      <Page stage="align">
        <Empty say={words.empty.align} hint={words.empty.themesHint} />
      </Page>
    );
  }
  const survivors = survivingPairs(analysis);
  return (
    <Page
      stage="align"
      lede={
        <>
          {words.align.lede} <span className="tag">{words.numbers.exploratory}</span>
        </>
      }
      margin={
        <section>
          <h2>{words.frame.howToRead}</h2>
          <p>{words.align.reading}</p>
          <p>{report.alignment.text}</p>
          <p>{report.alignment.alluvial(String(largestQ))}</p>
        </section>
      }
    >
      <section className="threads">
        {survivors.length === 0 ? (
          <p className="note">{words.align.none}</p>
        ) : (
          <>
            <FigureView
              draw={(options) => alluvialFigure(outline, analysis, options)}
              narrowest={640}
              onPoint={setPointed}
            />
            <PointedPair pointed={pointed} />
          </>
        )}
      </section>
      {survivors.length > 0 && (
        <section>
          <h2>{words.align.survivors}</h2>
          <ol className="pair-sentences">
            {survivors.map((pair) => (
              <li key={`${pair.left.theme}/${pair.right.question}/${pair.right.theme}`}>
                <PairSentence pair={pair} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>{words.align.heat}</h2>
        {entries.map((entry) => (
          <HeatMap key={`${entry.left}/${entry.right}`} entry={entry} />
        ))}
      </section>
    </Page>
  );
}

function HeatMap({ entry }: { entry: QuestionAlignment }) {
  const report = useReportWords();
  const names = useNames();
  const outline = useStudy();
  const [pointed, setPointed] = useState<string | null>(null);
  const left = names.question(entry.left);
  const right = names.question(entry.right);
  return (
    <div className="heat">
      <h3>
        {left} × {right}
      </h3>
      <p className="quiet">{report.alignment.heat(left, right)}</p>
      <FigureView
        draw={(options) => alignmentHeatMap(outline, entry, options)}
        narrowest={640}
        onPoint={setPointed}
      />
      <PointedPair pointed={pointed} />
    </div>
  );
}
