/** What the answers have become past the river: codes, agreement, themes, priorities, each a way to its page. */
import { Link } from '@tanstack/react-router';
import { decimal } from '../../src/report/format.ts';
import type { Analysis } from '../../src/report/model.ts';
import { type Stage, stagePaths } from '../kit/frame/stages.ts';
import { useLanguage } from '../kit/language.tsx';
import { useAnalysis, useStudy, useStudySlug } from '../kit/study.ts';

export function Onward() {
  const { words } = useLanguage();
  const study = useStudySlug();
  const { codebook, themes, priorities } = useStudy();
  const analysis = useAnalysis();
  const used = new Set(analysis.synthesis.codes.filter(isUsed).map(({ code }) => code)).size;
  const steps: Array<{ stage: Stage; figure: string; said: string }> = [
    { stage: 'code', figure: `${used}`, said: words.overview.codesUsed(codebook.codes.length) },
    { stage: 'agree', figure: overallAlpha(analysis), said: words.overview.agreement },
    { stage: 'synthesise', figure: `${themes.length}`, said: words.overview.themes },
    { stage: 'prioritise', figure: `${priorities.length}`, said: words.overview.priorities },
  ];
  return (
    <ol className="onward">
      {steps.map(({ stage, figure, said }) => (
        <li key={stage}>
          <Link to={stagePaths[stage]} params={{ study }}>
            <strong>{figure}</strong>
            <span>{said}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** A withheld share is above zero. */
function isUsed({ share }: Analysis['synthesis']['codes'][number]): boolean {
  return share.state === 'withheld' || (share.state === 'shown' && share.count > 0);
}

function overallAlpha({ agreement }: Analysis): string {
  if (agreement.state !== 'measured') return '–';
  const overall = agreement.questions.find(({ question }) => question === null)?.alphaJaccard;
  return overall?.state === 'shown' ? decimal(overall.estimate) : '–';
}
