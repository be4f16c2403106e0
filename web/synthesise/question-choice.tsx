/** In which questions a theme is counted. */
import type { QuestionId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { boardWords } from './board-words.ts';

interface QuestionChoiceProps {
  chosen: readonly QuestionId[];
  onChange: (questions: QuestionId[]) => void;
}

export function QuestionChoice({ chosen, onChange }: QuestionChoiceProps) {
  const { language } = useLanguage();
  const names = useNames();
  const { study } = useStudy();
  return (
    <fieldset className="question-choice">
      <legend>{boardWords[language].questions}</legend>
      {study.questions.map(({ id }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {names.question(id)}
        </label>
      ))}
    </fieldset>
  );
}
