/** Relevance as one number, by a formula that anybody can follow: the weighted mean of the levels, as a share of the highest. */
import type { Criteria } from '../screening/model.ts';
import type { AppraisalContent, Score } from './model.ts';

/**
 * 100 x (sum of weight x level) / (3 x sum of weights). Null where a criterion has no level: a mean over the others would not
 * be comparable between records.
 */
export function scoreOf(levels: AppraisalContent['levels'], criteria: Criteria): Score {
  const missing = criteria.flatMap(({ id }) => (levels[id] === undefined ? [id] : []));
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const gained = criteria.reduce((sum, { id, weight }) => sum + weight * (levels[id] ?? 0), 0);
  const parts = criteria.map(({ id, weight }) => `${weight} × ${levels[id] ?? '?'}`).join(' + ');
  return {
    value: missing.length > 0 ? null : Math.round((1000 * gained) / (3 * weights)) / 10,
    formula: `100 × (${parts}) / (3 × ${Math.round(weights * 1000) / 1000})`,
    missing,
  };
}
