/** Words in both languages of a study, the language of the screen first. */
import { useId } from 'react';
import { useLanguage } from '../kit/language.tsx';
import { boardWords } from './board-words.ts';
import type { Words } from './theme-draft.ts';

interface TwoLanguagesProps {
  label: string;
  words: Words;
  rows?: number;
  onChange: (words: Words) => void;
}

export function TwoLanguages({ label, words, rows = 1, onChange }: TwoLanguagesProps) {
  const { language } = useLanguage();
  const said = boardWords[language];
  const id = useId();
  const order = language === 'ko' ? (['ko', 'en'] as const) : (['en', 'ko'] as const);
  return (
    <fieldset className="two-languages">
      <legend>{label}</legend>
      {order.map((one) => (
        <p key={one}>
          <label htmlFor={`${id}-${one}`}>{one === 'ko' ? said.inKorean : said.inEnglish}</label>
          <textarea
            id={`${id}-${one}`}
            lang={one}
            rows={rows}
            value={words[one]}
            onChange={({ target }) => onChange({ ...words, [one]: target.value })}
          />
        </p>
      ))}
    </fieldset>
  );
}
