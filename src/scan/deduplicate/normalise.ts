/** One spelling for what sources spell in many ways, so that the same document can be seen to be the same. */

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const GREEK: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** Quotation marks and dashes of UTF-8 that some program read as Windows-1252. */
const MISREAD_PUNCTUATION = /â€./gu;

/**
 * Words in lower case with one blank between: without tags, entities, accents and punctuation, Greek letters by name.
 * Hangul stays as syllables.
 */
export function plainWords(text: string): string {
  const marked = /[<&]/.test(text) ? withoutMarkup(text) : text;
  const lower = marked.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  if (/^[\x00-\x7f]*$/.test(lower)) return lower.replaceAll(/[^a-z0-9]+/g, ' ').trim();
  return lower
    .replaceAll(MISREAD_PUNCTUATION, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
    .replaceAll(/[ßæœøđł]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<\/?[a-z][^<>]{0,60}>/gi, '')
    .replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (decimal !== undefined) return characterOf(Number(decimal));
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      const known = ENTITIES[name.toLowerCase()];
      if (known !== undefined) return known;
      // `&eacute;` is e with an accent, which goes anyway; `&alpha;` is the letter's name
      const accented = /^([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash)$/i.exec(name)?.[1];
      return accented ?? (Object.values(GREEK).includes(name.toLowerCase()) ? name : whole);
    });
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** The family name, in plain letters without blanks: `Liu R.`, `Liu, Roy` and `Roy Liu` are all `liu`. */
export function familyName(author: string): string {
  const comma = author.indexOf(',');
  if (comma > 0) return plainWords(author.slice(0, comma)).replaceAll(' ', '');
  const words = author.trim().split(/\s+/);
  const initials = (word: string) => /^(?:\p{Lu}\.?-?){1,4}$/u.test(word);
  let end = words.length;
  while (end > 1 && initials(words[end - 1] ?? '')) end--;
  const family = end < words.length ? words.slice(0, end) : words.slice(-1);
  return plainWords(family.join(' ')).replaceAll(' ', '');
}

/** First and last page; `541-9` ends on 549. Null where nothing in it is a page. */
export function pageRange(pages: string | null): { first: string; last: string } | null {
  if (pages === null || pages.length > 40) return null;
  const found = /^\D{0,4}?([a-z]{0,3}\d+[a-z]?)(?:\s*[-‐‑–—]\s*([a-z]{0,3}\d+[a-z]?))?/i.exec(pages.trim());
  const first = found?.[1]?.toLowerCase().replace(/^0+(?=\d)/, '');
  if (first === undefined) return null;
  const end = found?.[2]?.toLowerCase() ?? first;
  return { first, last: end.length < first.length ? first.slice(0, first.length - end.length) + end : end };
}

/** Digits of a volume or an issue; `41 CCIS` is 41, `Suppl 1` is 1; what is too long to be one is none. */
export function numberIn(text: string | null): string | null {
  if (text === null || text.length > 25) return null;
  return /\d+/.exec(text)?.[0].replace(/^0+(?=\d)/, '') ?? null;
}
