/** Each criterion with what its levels mean, chosen by digit; below, the score with the sum that gives it. */
import type { KeyboardEvent } from 'react';
import { type AppraisalContent, Level, type Score } from '../../../src/scan/appraisal/model.ts';
import type { Criteria } from '../../../src/scan/screening/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { appraiseWords } from './words.ts';

type Levels = AppraisalContent['levels'];
const allLevels = [0, 1, 2, 3] as const;

export function CriteriaFields({
  criteria,
  levels,
  score,
  choose,
}: {
  criteria: Criteria;
  levels: Levels;
  score: Score;
  choose: (levels: Levels) => void;
}) {
  const { language, of } = useLanguage();
  const words = appraiseWords[language];
  const onDigit = (event: KeyboardEvent, criterion: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = Level.safeParse(Number(/^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1]));
    if (!level.success) return;
    event.preventDefault();
    choose({ ...levels, [criterion]: level.data });
  };
  const missing = criteria.filter(({ id }) => score.missing.includes(id));
  return (
    <section className="criteria">
      <h3>
        {words.criteria} <span className="quiet">{words.criteriaHint}</span>
      </h3>
      {criteria.map(({ id, label, weight, levels: rubric }) => (
        <fieldset
          key={id}
          className="criterion"
          data-criterion={id}
          onKeyDown={(event) => onDigit(event, id)}
        >
          <legend>
            {of(label)} <span className="quiet">× {weight}</span>
          </legend>
          {allLevels.map((level) => (
            <label key={level} data-chosen={levels[id] === level || undefined}>
              <input
                type="radio"
                name={`criterion-${id}`}
                checked={levels[id] === level}
                onChange={() => choose({ ...levels, [id]: level })}
              />
              <b>{level}</b> {of(rubric[level])}
            </label>
          ))}
        </fieldset>
      ))}
      <p className="score" data-score={score.value ?? undefined}>
        <strong>{words.score}</strong>{' '}
        {score.value === null ? (
          <span className="quiet">{words.missing(missing.map(({ label }) => of(label)).join(', '))}</span>
        ) : (
          <>
            {words.scoreOf(String(score.value))} <span className="quiet">= {score.formula}</span>
          </>
        )}
      </p>
    </section>
  );
}
