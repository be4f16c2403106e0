/** Agreement on the whole sets of codes of an answer. */
import { multiLabelAlpha, type SetDistance } from '@firsthand/methods';
import { releasedCount, releasedStatistic } from '../protect/release.ts';
import type { Statistic } from '../protect/released.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { IntervalOf } from './code-agreement.ts';
import type { QuestionAgreement } from './model.ts';
import type { SharedUnits } from './shared-units.ts';

export function questionAgreement(
  shared: SharedUnits,
  question: QuestionId | null,
  withheld: boolean,
  intervalOf: IntervalOf,
): QuestionAgreement {
  const labels = withheld ? [] : labelsOf(shared);
  const alpha = (distance: SetDistance): Statistic => {
    if (withheld) return { state: 'withheld' };
    return releasedStatistic(
      multiLabelAlpha({ labels, distance, interval: intervalOf(`sets/${distance}`) }),
      false,
    );
  };
  return {
    question,
    units: releasedCount(shared.answers.length, withheld),
    alphaJaccard: alpha('jaccard'),
    alphaMasi: alpha('masi'),
  };
}

/** One row an answer, one column a coder: the codes given, none where nothing applied, null where not asked. */
function labelsOf({ answers, coders, given, places }: SharedUnits): (CodeId[] | null)[][] {
  const labels = answers.map((_, unit) =>
    coders.map((_, coder): CodeId[] | null => (given[unit * coders.length + coder] === 1 ? [] : null)),
  );
  for (const [code, list] of places) {
    for (const place of list) labels[Math.floor(place / coders.length)]?.[place % coders.length]?.push(code);
  }
  return labels;
}
