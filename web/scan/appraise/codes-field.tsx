/** Codes of the study that the record speaks to, so that its answers and the document can be read together. */
import { useState } from 'react';
import { ChooseCode } from '../../kit/choose-code.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { useStudy } from '../../kit/study.ts';
import { appraiseWords } from './words.ts';

export function CodesField({
  chosen,
  choose,
}: {
  chosen: readonly string[];
  choose: (codes: string[]) => void;
}) {
  const { language, of } = useLanguage();
  const words = appraiseWords[language];
  const { codebook } = useStudy();
  const [isChoosing, setChoosing] = useState(false);
  const left = codebook.codes.filter(({ id, retired }) => retired !== true && !chosen.includes(id));
  return (
    <fieldset className="field wide choices">
      <legend>{words.codes}</legend>
      {chosen.map((id) => {
        const code = codebook.codes.find((one) => one.id === id);
        const name = code === undefined ? id : of(code.label);
        return (
          <button
            key={id}
            type="button"
            className="button"
            aria-label={words.removeCode(name)}
            onClick={() => choose(chosen.filter((one) => one !== id))}
          >
            {name} <span aria-hidden="true">✕</span>
          </button>
        );
      })}
      <button type="button" className="quiet-button" onClick={() => setChoosing(true)}>
        + {words.chooseCode}
      </button>
      {isChoosing && (
        <ChooseCode
          title={words.chooseCode}
          codes={left}
          onChoose={(code) => choose([...chosen, code])}
          close={() => setChoosing(false)}
        />
      )}
    </fieldset>
  );
}
