/** Channels or lenses of the frame; those that stand in the record's own words are labelled as suggestions. */
import type { Hint } from '../../../src/scan/appraisal/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudy } from '../../kit/study.ts';
import { appraiseWords } from './words.ts';

const kindOf = { channels: 'channel', lenses: 'lens' } as const;

export function DomainChoice({
  of: part,
  chosen,
  hints,
  choose,
}: {
  of: 'channels' | 'lenses';
  chosen: readonly string[];
  hints: readonly Hint[];
  choose: (chosen: string[]) => void;
}) {
  const { language, of } = useLanguage();
  const words = appraiseWords[language];
  const { study } = useStudy();
  const domains = study.frame.domains.filter(({ kind }) => kind === kindOf[part]);
  if (domains.length === 0) return null;
  return (
    <fieldset className="field wide choices">
      <legend>{words[part]}</legend>
      {domains.map(({ id, label }) => {
        const hint = hints.find((one) => one.for === part && one.value === id);
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {of(label)}
            {hint && (
              <span className="suggested">
                {words.suggestion(hint.words, words.fieldsOfHints[hint.from])}
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
