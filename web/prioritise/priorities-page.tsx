/** What first, and on what ground: a ranked list whose rows are sentences with their support and evidence. */
import './priorities.css';
import { prioritiesFigure } from '../../src/report/figures/priorities.ts';
import { FigureView } from '../kit/figure.tsx';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useAnalysis, useNames, useStudy } from '../kit/study.ts';
import { PriorityAccount } from './priority-account.tsx';

export function PrioritiesPage() {
  const { words } = useLanguage();
  const report = useReportWords();
  const names = useNames();
  const outline = useStudy();
  const analysis = useAnalysis();
  const [first] = analysis.priorities;
  if (first === undefined) {
    return (
      <Page stage="prioritise">
        <Empty say={words.empty.priorities} hint={words.empty.prioritiesHint}>
          <FolderCommands />
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      stage="prioritise"
      lede={words.prioritise.lede(names.question(first.question))}
      margin={
        <section>
          <h2>{words.frame.howToRead}</h2>
          <p>{words.prioritise.reading(analysis.options.level)}</p>
          <p>{report.limits.volunteers}</p>
        </section>
      }
    >
      <FigureView draw={(options) => prioritiesFigure(outline, analysis, options)} />
      <ol className="priorities">
        {analysis.priorities.map((entry) => (
          <li key={entry.priority}>
            <PriorityAccount entry={entry} />
          </li>
        ))}
      </ol>
    </Page>
  );
}
