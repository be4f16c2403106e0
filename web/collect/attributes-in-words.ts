/** `전공의 · 대학병원 · 3년`: what is known of a participant, unknown attributes left out. */
import type { Participant } from '../../src/study/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';

export function useAttributesInWords({ attributes }: Pick<Participant, 'attributes'>): string {
  const { words } = useLanguage();
  const names = useNames();
  const { study } = useStudy();
  return study.attributes
    .flatMap(({ id, kind }) => {
      const value = attributes[id];
      if (!value) return [];
      return kind === 'number' ? words.collect.number(names.attribute(id), value) : names.value(id, value);
    })
    .join(' · ');
}
