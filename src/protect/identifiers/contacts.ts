/** Ways to reach a person: telephone, e-mail, web address, name in a network. */
import { byPattern, type Detector } from './finding.ts';

const GAP = '[\\s.)-]{0,3}';
/** Korean area codes, internet telephony and personal numbers, after the leading zero. */
const KOREAN_CODES = '(?:1[016789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\\d?)';

const WEB_CHARACTER = "[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]";
const HANDLE_PLACE =
  '(?:카톡|카카오톡|인스타(?:그램)?|텔레그램|디스코드|라인|페이스북|트위터|kakao(?:talk)?|instagram|telegram|discord|twitter|facebook|snapchat|tiktok)';

export const contactDetectors: readonly Detector[] = [
  byPattern({
    kind: 'phone-number',
    pattern: new RegExp(
      `(?<![\\d.-])(?:\\+?82${GAP}(?:\\(0\\)|0)?|\\(?0)${KOREAN_CODES}${GAP}\\d{3,4}${GAP}\\d{4}(?!\\d)`,
      'g',
    ),
  }),
  byPattern({
    kind: 'phone-number',
    // Free numbers are hotlines (1-800-273-8255), which a text about crises names; so are 15xx-xxxx in Korea.
    pattern:
      /(?<![\d.-])(?:\+?1[-. ])?(?:\((?!8[0-8]{2})\d{3}\)\s?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g,
    unless: () => false,
  }),
  byPattern({
    kind: 'phone-number',
    pattern:
      /(?<![\d.-])(?:\+44\s?(?:\(0\))?\s?\d{2,5}|\(?0(?:1\d{2,4}|2\d|7\d{3})\)?)[\s-]\d{3,6}(?:[\s-]\d{3,4})?(?!\d)/g,
    sure: false,
  }),
  byPattern({
    kind: 'phone-number',
    pattern: /(?<![\d.-])\+\d{1,3}[-. ]?(?:\(\d{1,4}\)[-. ]?)?\d{1,4}(?:[-. ]?\d{2,4}){2,4}(?!\d)/g,
  }),
  byPattern({
    kind: 'email',
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9가-힣-]{1,63}\.){1,5}[A-Za-z]{2,24}/g,
  }),
  byPattern({
    kind: 'email',
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,64}\s?(?:\(at\)|\[at\]|골뱅이)\s?[A-Za-z0-9-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]|점|닷)\s?[A-Za-z]{2,})+/gi,
  }),
  byPattern({
    kind: 'url',
    pattern: new RegExp(`(?:https?://|www\\.)${WEB_CHARACTER}*[A-Za-z0-9/=_-]`, 'gi'),
  }),
  byPattern({
    kind: 'url',
    // Not `.ai` and `.io` without a path: Character.AI is a product that patients name.
    pattern: new RegExp(
      `(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9-]{1,63}\\.){1,6}(?:com|net|org|edu|gov|info|kr|uk|us|jp|cn|de|me)(?![A-Za-z])(?:/${WEB_CHARACTER}*[A-Za-z0-9/=_-])?|(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9-]{1,63}\\.){1,6}[a-z]{2,6}/${WEB_CHARACTER}*[A-Za-z0-9=_-]`,
      'g',
    ),
  }),
  byPattern({ kind: 'social-handle', pattern: /(?<![A-Za-z0-9@._-])@[A-Za-z][A-Za-z0-9_.]{1,29}(?<!\.)/g }),
  byPattern({
    kind: 'social-handle',
    pattern: new RegExp(
      `${HANDLE_PLACE}\\s?(?:(?:아이디|계정|id|handle|account|username)\\s?(?:[:은는이가]|is)?|:)\\s?(?<it>[A-Za-z][A-Za-z0-9_.]{2,29})`,
      'gi',
    ),
  }),
];
