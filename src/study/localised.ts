/** Words in each of the study's languages. Korean and English stand on one level. */
import { z } from 'zod';

export const languages = ['ko', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const Localised = z
  .strictObject({ ko: z.string().min(1).optional(), en: z.string().min(1).optional() })
  .refine((words) => words.ko !== undefined || words.en !== undefined, {
    message: 'no text in any language; expected `ko`, `en` or both',
  });
export type Localised = z.infer<typeof Localised>;

/** The words in `language`, or those in the other one where it has none. */
export function inLanguage(words: Localised, language: Language): string {
  const other = language === 'ko' ? words.en : words.ko;
  return words[language] ?? other ?? '';
}
