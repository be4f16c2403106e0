/** A name in both languages, the language of the screen first. */
import { useId } from 'react';
import { useLanguage } from '../../kit/language.tsx';
import type { Both } from './draft.ts';
import { listsWords } from './words.ts';

export function NameFields({ label, change }: { label: Both; change: (label: Both) => void }) {
  const { language } = useLanguage();
  const words = listsWords[language];
  const id = useId();
  return inOrder(language).map((one) => (
    <p key={one} className="field list-name">
      <label htmlFor={`${id}-${one}`}>{words.in[one]}</label>
      <input
        id={`${id}-${one}`}
        lang={one}
        value={label[one]}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => change({ ...label, [one]: target.value })}
      />
    </p>
  ));
}

export const inOrder = (language: 'ko' | 'en') =>
  language === 'ko' ? (['ko', 'en'] as const) : (['en', 'ko'] as const);
