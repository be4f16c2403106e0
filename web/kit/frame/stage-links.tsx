/** The list of stages, in the rail and in the phone's sheet. */
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';
import { useMeInStudy } from '../me.ts';
import { useAnalysisIfReady, useStudy, useStudySlug } from '../study.ts';
import { progressOf } from './progress.ts';
import { stagePaths, stages } from './stages.ts';
import { useCurrentStage } from './use-current-stage.ts';

export function StageLinks({ onFollow }: { onFollow?: () => void }) {
  const { words } = useLanguage();
  const study = useStudySlug();
  const outline = useStudy();
  const analysis = useAnalysisIfReady();
  const hasWork = useMeInStudy().passes.length > 0;
  const here = useCurrentStage();
  const progress = analysis && progressOf(outline, analysis);
  return (
    <ol className="stages">
      {stages.map((stage) => {
        const far = stage === 'overview' || stage === 'scan' ? undefined : progress?.[stage];
        return (
          <li key={stage} className="stage" data-stage={stage}>
            <Link
              // Whoever has answers to code goes on with them; the codebook is one tab further.
              to={stage === 'code' && hasWork ? '/studies/$study/code/work' : stagePaths[stage]}
              aria-current={stage === here ? 'page' : undefined}
              params={{ study }}
              search={{}}
              activeOptions={{ exact: stage === 'overview', includeSearch: false }}
              onClick={onFollow}
            >
              <span className="stage-dot" data-progress={far ?? 'unknown'} />
              {words.stages[stage]}
              {far && <span className="visually-hidden">, {words.progress[far]}</span>}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
