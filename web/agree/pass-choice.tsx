/** Which pass is looked at. */
import '../kit/field.css';
import { useId } from 'react';
import type { PassWithProgress } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { passName } from '../kit/pass-name.ts';
import { agreeWords } from './words.ts';

interface PassChoiceProps {
  passes: readonly PassWithProgress[];
  chosen: string;
  onChoose: (pass: string) => void;
}

export function PassChoice({ passes, chosen, onChoose }: PassChoiceProps) {
  const { language } = useLanguage();
  const words = agreeWords[language];
  const id = useId();
  return (
    <p className="labelled-choice">
      <label htmlFor={id}>{words.pass}</label>
      <select id={id} className="choice" value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {passes.map(({ pass }) => (
          <option key={pass.id} value={pass.id}>
            {passName(pass, language)} ({words.states[pass.state]})
          </option>
        ))}
      </select>
    </p>
  );
}
