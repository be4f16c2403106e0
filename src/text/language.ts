/** Which of the study's languages a text is written in, by its letters. */

/** Korean also where English terms stand among Hangul ("EMR summary에 유용함"); null without letters of either. */
export function languageOf(text: string): 'ko' | 'en' | null {
  let hangul = 0;
  let latin = 0;
  for (const [letter] of text.normalize('NFC').matchAll(/[\p{Script=Hangul}\p{Script=Latin}]/gu)) {
    if (letter > '\u1000') hangul++;
    else latin++;
  }
  // A Hangul syllable stands for two to three Latin letters.
  if (hangul > 0 && hangul * 3 >= latin) return 'ko';
  return latin > 0 ? 'en' : null;
}
