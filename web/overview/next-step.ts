/** The next thing that a person must do: the first stage in the flow that lacks something. */
import type { Analysis, AnalysisWarning } from '../../src/report/model.ts';
import type { StudyOutline } from '../kit/api.ts';

export type NextStep =
  | 'import'
  | 'standing'
  | 'code'
  | 'secondCoder'
  | 'consensus'
  | 'themes'
  | 'priorities'
  | 'report';

export function nextStep(outline: StudyOutline, analysis: Analysis): NextStep {
  const warned = (code: AnalysisWarning['code']) =>
    analysis.warnings.some((warning) => warning.code === code);
  const { responded } = analysis.flow;
  if (responded.state === 'shown' && responded.value === 0) return 'import';
  if (warned('undecided standing')) return 'standing';
  if (warned('nothing coded')) return 'code';
  if (analysis.agreement.state === 'not measured' && analysis.agreement.reason !== 'method rejects it')
    return 'secondCoder';
  if (analysis.synthesis.layer === 'majority') return 'consensus';
  if (outline.themes.length === 0) return 'themes';
  if (outline.priorities.length === 0) return 'priorities';
  return 'report';
}
