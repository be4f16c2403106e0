/** The words for conditions on this study, in the language of the screen. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../kit/language.tsx';
import { passName } from '../kit/pass-name.ts';
import { useNames, useStudySlug } from '../kit/study.ts';
import { passesQuery } from '../kit/team-queries.ts';
import type { Vocabulary } from './conditions.ts';
import { collectWords } from './words.ts';

export function useVocabulary(): Vocabulary {
  const { words, language } = useLanguage();
  const names = useNames();
  const { data: passes } = useQuery(passesQuery(useStudySlug()));
  return useMemo(() => {
    const byId = new Map<string, string>(passes?.map(({ pass }) => [pass.id, passName(pass, language)]));
    return {
      names,
      words,
      collect: collectWords[language],
      passName: (id: string) => byId.get(id) ?? '…',
    };
  }, [names, words, language, passes]);
}
