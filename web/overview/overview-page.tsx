/** Where the study stands: the river of those who take part, and the next thing to do. */
import './overview.css';
import { Link } from '@tanstack/react-router';
import { inclusionFlowFigure } from '../../src/report/figures/inclusion-flow.ts';
import { FigureView } from '../kit/figure.tsx';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { type Stage, stagePaths } from '../kit/frame/stages.ts';
import { useLanguage } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';
import { useAnalysis, useStudy, useStudySlug } from '../kit/study.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { Onward } from './onward.tsx';
import { Warnings } from './warnings.tsx';

export function OverviewPage() {
  const { of } = useLanguage();
  const outline = useStudy();
  const analysis = useAnalysis();
  return (
    <Page
      stage="overview"
      lede={outline.study.description && of(outline.study.description)}
      margin={<Warnings warnings={analysis.warnings} />}
    >
      <FigureView draw={(options) => inclusionFlowFigure(outline, analysis, options)} />
      <Onward />
      <Next />
    </Page>
  );
}

function Next() {
  const { words } = useLanguage();
  const study = useStudySlug();
  const step = nextStep(useStudy(), useAnalysis());
  const told = words.overview.steps[step];
  return (
    <section className="next">
      <h2>{words.overview.next}</h2>
      <p>{told.say}</p>
      {'inFolder' in told ? (
        <FolderCommands />
      ) : (
        <Link
          className="button main"
          to={stagePaths[stageOf[step]]}
          params={{ study }}
          search={searchOf(step)}
        >
          {told.action}
        </Link>
      )}
    </section>
  );
}

/** Where the step is taken, for those that are taken on a screen. */
const stageOf = {
  import: 'overview',
  standing: 'collect',
  code: 'code',
  secondCoder: 'agree',
  consensus: 'agree',
  themes: 'code',
  priorities: 'synthesise',
  report: 'report',
} as const satisfies Record<NextStep, Stage>;

function searchOf(step: NextStep) {
  return step === 'standing'
    ? { filter: [{ field: 'standing' as const, standing: 'undecided' as const }] }
    : {};
}
