/** How far each stage of a study is, read off what the stages have given. The scan stands beside them: it is never over. */
import type { Count } from '../../../src/protect/released.ts';
import type { Analysis, AnalysisWarning } from '../../../src/report/model.ts';
import type { StudyOutline } from '../api.ts';
import type { Stage } from './stages.ts';

export type Progress = 'none' | 'part' | 'done';

export function progressOf(
  outline: StudyOutline,
  analysis: Analysis,
): Record<Exclude<Stage, 'overview' | 'scan'>, Progress> {
  const warned = (code: AnalysisWarning['code']) =>
    analysis.warnings.some((warning) => warning.code === code);
  const coded = !warned('nothing coded');
  const ahead = {
    collect: begun(some(analysis.flow.responded), !warned('undecided standing')),
    code: begun(coded, analysis.synthesis.layer !== 'majority'),
    agree: begun(coded && analysis.agreement.state === 'measured', true),
    synthesise: begun(outline.themes.length > 0, coded && !warned('theme without codings')),
    align: begun(
      analysis.alignment.questions.some(({ pairs }) => pairs.length > 0),
      analysis.alignment.questions.some(({ pairs }) => pairs.some(({ state }) => state === 'shown')),
    ),
    prioritise: begun(outline.priorities.length > 0, coded && !warned('no priority question')),
  };
  // A method that rejects agreement has nothing left to do there.
  if (analysis.agreement.state === 'not measured' && analysis.agreement.reason === 'method rejects it')
    ahead.agree = 'done';
  return {
    ...ahead,
    report: begun(
      coded,
      Object.values(ahead).every((progress) => progress === 'done'),
    ),
  };
}

function begun(some: boolean, all: boolean): Progress {
  if (!some) return 'none';
  return all ? 'done' : 'part';
}

/** A withheld count is above zero. */
function some(count: Count): boolean {
  return count.state === 'withheld' || count.value > 0;
}
