/** Of which pass the codes are shown; where there is one alone there is nothing to choose. */
import '../kit/field.css';
import { useQuery } from '@tanstack/react-query';
import { PassId } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { passName } from '../kit/pass-name.ts';
import { useStudySlug } from '../kit/study.ts';
import { passesQuery } from '../kit/team-queries.ts';
import { collectWords } from './words.ts';

export function PassChoice({
  pass,
  onChange,
}: {
  pass: PassId | undefined;
  onChange: (pass: PassId | undefined) => void;
}) {
  const { language } = useLanguage();
  const words = collectWords[language];
  const { data: passes = [] } = useQuery(passesQuery(useStudySlug()));
  if (passes.length < 2) return null;
  return (
    <label className="pass-choice">
      <span>{words.passes}</span>
      <select
        className="choice"
        value={pass ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : PassId.parse(target.value))}
      >
        <option value="">{words.allPasses}</option>
        {passes.map(({ pass: one }) => (
          <option key={one.id} value={one.id}>
            {passName(one, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
