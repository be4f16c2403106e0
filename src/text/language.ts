/** Which of the study's languages a text is written in, by its letters. */

/** Korean also where English terms stand among Hangul ("EMR summary에 유용함"); null without letters of either. */
export function languageOf(text: string): 'ko' | 'en' | null {
  const composed = text.normalize('NFC');
  let hangul = 0;
  let latin = 0;
  // By code units and not by a pattern: whole studies are told in one go.
  for (let at = 0; at < composed.length; at++) {
    const unit = composed.charCodeAt(at);
    if (isHangul(unit)) hangul++;
    else if (isLatin(unit)) latin++;
  }
  // A Hangul syllable stands for two to three Latin letters.
  if (hangul > 0 && hangul * 3 >= latin) return 'ko';
  return latin > 0 ? 'en' : null;
}

/** Syllables, and jamo alone as in ㅇㅇ. */
function isHangul(unit: number): boolean {
  return (
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x3131 && unit <= 0x318e) ||
    (unit >= 0x1100 && unit <= 0x11ff)
  );
}

/** Basic and accented letters. */
function isLatin(unit: number): boolean {
  const small = unit | 0x20;
  return (
    (small >= 0x61 && small <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  );
}
