/** A criterion as it is written: its name, its weight, and what 0, 1, 2 and 3 mean. */
import { useId } from 'react';
import { useLanguage } from '../../kit/language.tsx';
import { type Both, type DraftCriterion, type Rubric, weightOf } from './draft.ts';
import { inOrder, NameFields } from './name-fields.tsx';
import { listsWords } from './words.ts';

export function CriterionFields({
  row,
  change,
}: {
  row: DraftCriterion;
  change: (part: Partial<DraftCriterion>) => void;
}) {
  const { language } = useLanguage();
  const words = listsWords[language];
  const id = useId();
  return (
    <>
      <NameFields label={row.label} change={(label) => change({ label })} />
      <p className="field list-weight">
        <label htmlFor={id}>{words.weight}</label>
        <input
          id={id}
          inputMode="decimal"
          value={row.weight}
          maxLength={8}
          autoComplete="off"
          aria-invalid={weightOf(row.weight) === null}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => change({ weight: target.value })}
        />
        <span id={`${id}-hint`} className="quiet">
          {words.weightHint}
        </span>
      </p>
      {row.levels.map((level, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the level is its place
        <div key={at} className="list-level">
          <b aria-hidden="true">{at}</b>
          {inOrder(language).map((one) => (
            <span key={one} className="field">
              <input
                lang={one}
                value={level[one]}
                maxLength={300}
                autoComplete="off"
                placeholder={words.in[one]}
                aria-label={words.level(String(at), words.in[one])}
                onChange={({ target }) =>
                  change({ levels: withLevel(row.levels, at, { ...level, [one]: target.value }) })
                }
              />
            </span>
          ))}
        </div>
      ))}
    </>
  );
}

function withLevel([none, little, some, much]: Rubric, at: number, level: Both): Rubric {
  return [
    at === 0 ? level : none,
    at === 1 ? level : little,
    at === 2 ? level : some,
    at === 3 ? level : much,
  ];
}
