/** What comes up, how often, and whether it is all: themes with their codes, counts, words and saturation. */
import './themes.css';
import { prevalenceFigure } from '../../src/report/figures/prevalence.ts';
import { saturationFigure } from '../../src/report/figures/saturation.ts';
import { FigureView } from '../kit/figure.tsx';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { HatchingNote } from '../kit/numbers.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useAnalysis, useStudy } from '../kit/study.ts';
import { Board } from './board.tsx';
import { SaturationTable } from './saturation-table.tsx';
import { ThemeArticle } from './theme-article.tsx';

export function ThemesPage() {
  const { words } = useLanguage();
  const report = useReportWords();
  const outline = useStudy();
  const analysis = useAnalysis();
  if (outline.themes.length === 0) {
    return (
      <Page stage="synthesise">
        <Empty say={words.empty.themes} hint={words.empty.themesHint}>
          <FolderCommands />
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      stage="synthesise"
      lede={words.synthesise.layer[analysis.synthesis.layer]}
      margin={
        <section>
          <h2>{words.frame.howToRead}</h2>
          <p>{words.synthesise.reading(analysis.options.level)}</p>
          <p>{report.limits.questions}</p>
          <p>{report.limits.volunteers}</p>
          <HatchingNote />
        </section>
      }
    >
      <section>
        <h2>{words.synthesise.howOften}</h2>
        <FigureView draw={(options) => prevalenceFigure(outline, analysis, options)} />
      </section>
      <Board />
      <section>
        <h2>{words.synthesise.isItAll}</h2>
        <p className="note">{words.synthesise.saturationReading}</p>
        <FigureView draw={(options) => saturationFigure(outline, analysis, options)} />
        <SaturationTable />
      </section>
      <section className="accounts">
        <h2>{words.synthesise.accounts}</h2>
        {outline.themes.map((theme) => (
          <ThemeArticle key={theme.id} theme={theme} />
        ))}
      </section>
    </Page>
  );
}
