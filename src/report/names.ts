/** The names that a reader sees for the ids in an analysis. */
import { inLanguage, type Language } from '../study/localised.ts';
import type { StudySnapshot } from '../study/snapshot.ts';

/** The part of a snapshot that names things: enough for every figure, and without anybody's answer. */
export type StudyWords = Pick<StudySnapshot, 'study' | 'codebook' | 'themes' | 'priorities'>;

export interface Names {
  question(id: string): string;
  theme(id: string): string;
  code(id: string): string;
  priority(id: string): string;
  coder(id: string): string;
  /** An attribute, or `language`, in words. */
  attribute(id: string): string;
  /** One value of an attribute, or of `language`, in words; as it stands where nobody gave words. */
  value(attribute: string, value: string): string;
}

const languageNames = {
  ko: { ko: '한국어', en: '영어', language: '응답 언어' },
  en: { ko: 'Korean', en: 'English', language: 'Language of answering' },
} as const;

export function namesOf(words: StudyWords, language: Language): Names {
  const labels = (items: ReadonlyArray<{ id: string; label: Parameters<typeof inLanguage>[0] }>) => {
    const byId = new Map(items.map((item) => [item.id, isolated(inLanguage(item.label, language))]));
    return (id: string): string => byId.get(id) ?? id;
  };
  const coders = new Map<string, string>(words.study.coders.map((coder) => [coder.id, isolated(coder.name)]));
  const attributes = new Map(words.study.attributes.map((attribute) => [attribute.id, attribute]));
  return {
    question: labels(words.study.questions),
    theme: labels(words.themes),
    code: labels(words.codebook.codes),
    priority: labels(words.priorities),
    coder: (id) => coders.get(id) ?? id,
    attribute(id) {
      const definition = attributes.get(id);
      if (definition) return isolated(inLanguage(definition.label, language));
      return id === 'language' ? languageNames[language].language : id;
    },
    value(attribute, value) {
      const known = attributes.get(attribute)?.values?.find(({ id }) => id === value);
      if (known) return isolated(inLanguage(known.label, language));
      if (attribute === 'language' && (value === 'ko' || value === 'en'))
        return languageNames[language][value];
      return isolated(value);
    },
  };
}

/**
 * Words that run from right to left, or that say so with a control character, between marks that keep their direction
 * to themselves (Unicode bidirectional algorithm, FSI and PDI): names stand inside our sentences.
 */
function isolated(words: string): string {
  return /[\u200f\u202a-\u202e\u2066-\u2069\p{Script=Hebrew}\p{Script=Arabic}]/u.test(words)
    ? `\u2068${words}\u2069`
    : words;
}
