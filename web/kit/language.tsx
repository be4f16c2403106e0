/** The language of the screen: chosen once, remembered on this machine, and said to assistive technology. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { inLanguage, Language, type Localised } from '../../src/study/localised.ts';
import { en, type Messages } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';

const REMEMBERED = 'firsthand.language';
const catalogues: Record<Language, Messages> = { ko, en };

interface LanguageChoice {
  language: Language;
  words: Messages;
  choose: (language: Language) => void;
  /** The study's own words in the language of the screen, or in the other one where it has none. */
  of: (words: Localised) => string;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      words: catalogues[language],
      choose: (next: Language) => {
        localStorage.setItem(REMEMBERED, next);
        setLanguage(next);
      },
      of: (words: Localised) => inLanguage(words, language),
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-GB'}>{children}</I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage outside LanguageProvider');
  return choice;
}

function rememberedLanguage(): Language {
  const remembered = Language.safeParse(localStorage.getItem(REMEMBERED));
  if (remembered.success) return remembered.data;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}
