/** What somebody may have written of an imaginary document. */
import type { AppraisalContent } from '../appraisal/model.ts';

export function imaginaryAppraisal(given: Partial<AppraisalContent>): AppraisalContent {
  return {
    kind: 'survey',
    setting: '',
    population: '',
    channels: [],
    lenses: [],
    codes: [],
    criteriaVersion: 0,
    levels: {},
    rationale: 'Near to us.',
    watch: '',
    ...given,
  };
}
