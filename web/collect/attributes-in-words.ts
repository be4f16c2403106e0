/** `전공의 · 대학병원 · 3년`: what is known of a participant, unknown attributes left out. */
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { collectWords } from './words.ts';

export function useAttributesInWords(attributes: Record<string, string | undefined>): string {
  const words = collectWords[useLanguage().language];
  const names = useNames();
  const { study } = useStudy();
  return study.attributes
    .flatMap(({ id, kind }) => {
      const value = attributes[id];
      if (!value) return [];
      return kind === 'number' ? words.number(names.attribute(id), value) : names.value(id, value);
    })
    .join(' · ');
}
