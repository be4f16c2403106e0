/** The appraisal as it is being written: from what was kept, or empty. Pure. */
import type { Appraisal, AppraisalContent } from '../../../src/scan/appraisal/model.ts';
import type { CriterionList } from '../../../src/scan/screening/model.ts';

const empty: Omit<AppraisalContent, 'criteriaVersion'> = {
  kind: 'unknown',
  setting: '',
  population: '',
  channels: [],
  lenses: [],
  codes: [],
  levels: {},
  rationale: '',
  watch: '',
};

export function draftOf(appraisal: Appraisal | null, criteria: CriterionList): AppraisalContent {
  return underCriteria(appraisal?.content ?? { ...empty, criteriaVersion: criteria.version }, criteria);
}

/** Levels of criteria that the list holds no more are left behind. */
export function underCriteria(
  content: AppraisalContent,
  { version, items }: CriterionList,
): AppraisalContent {
  if (content.criteriaVersion === version) return content;
  const held = new Set(items.map(({ id }) => id));
  const levels = Object.fromEntries(Object.entries(content.levels).filter(([id]) => held.has(id)));
  return { ...content, levels, criteriaVersion: version };
}

/** The fields in which two appraisals differ, in the order of the form. */
export function differing(one: AppraisalContent, other: AppraisalContent): (keyof AppraisalContent)[] {
  const fields = [
    'kind',
    'setting',
    'population',
    'channels',
    'lenses',
    'codes',
    'levels',
    'rationale',
    'watch',
  ] as const;
  return fields.filter((field) => canonical(one[field]) !== canonical(other[field]));
}

function canonical(value: AppraisalContent[keyof AppraisalContent]): string {
  if (Array.isArray(value)) return JSON.stringify(value.toSorted());
  return JSON.stringify(typeof value === 'object' ? Object.entries(value).toSorted() : value);
}
