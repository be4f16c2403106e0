/** The list of stages, in the rail and in the phone's sheet. */
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';
import { useAnalysisIfReady, useStudy, useStudySlug } from '../study.ts';
import { progressOf } from './progress.ts';
import { stagePaths, stages } from './stages.ts';

export function StageLinks({ onFollow }: { onFollow?: () => void }) {
  const { words } = useLanguage();
  const study = useStudySlug();
  const outline = useStudy();
  const analysis = useAnalysisIfReady();
  const progress = analysis && progressOf(outline, analysis);
  return (
    <ol className="stages">
      {stages.map((stage) => {
        const far = stage === 'overview' || stage === 'scan' ? undefined : progress?.[stage];
        return (
          <li key={stage} className="stage" data-stage={stage}>
            <Link
              to={stagePaths[stage]}
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
