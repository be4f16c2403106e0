/**
 * LaTeX as it stands in BibTeX fields, to plain text and back: accents, escaped signs and the few commands that
 * bibliographies use. A command that is not known gives its argument. Sources: Lamport, LaTeX (2nd ed., 3.2);
 * Unicode Standard, combining diacritical marks.
 */

const combining: Record<string, string> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307',
  '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
}; // biome-ignore format: a table

const words: Record<string, string> = {
  ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ',
  dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', textbackslash: '\\', textasciitilde: '~',
  textasciicircum: '^', textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textendash: '–',
  textemdash: '—', textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”',
  textless: '<', textgreater: '>', textbar: '|', textregistered: '®', texttrademark: '™', textdegree: '°',
  pm: '±', times: '×', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ', leq: '≤', geq: '≥',
  ldots: '…', dots: '…', S: '§', P: '¶', pounds: '£', euro: '€', par: '\n',
}; // biome-ignore format: a table

const TOKEN =
  /\\([`'^~=."])\s*(?:\{\s*(\\[ij](?![A-Za-z])|\p{L}?)\s*\}|(\\[ij](?![A-Za-z])|\p{L}))|\\([uvHcdbkr])(?:\s*\{\s*(\\[ij](?![A-Za-z])|\p{L}?)\s*\}|\s+(\p{L}))|\\([A-Za-z]+)\*?(?:\{\}|\s+|(?![A-Za-z]))|\\(.)|---|--|``|''|[{}$~]/gsu;

/** Plain text in NFC. Braces that only group are gone. */
export function plainOfLatex(latex: string): string {
  const plain = latex.replaceAll(
    TOKEN,
    (token: string, sign, inBraces, bare, letterSign, ofLetter, afterSpace, word, escaped) => {
      const accent = sign ?? letterSign;
      if (accent !== undefined) return accented(inBraces ?? bare ?? ofLetter ?? afterSpace ?? '', accent);
      if (word !== undefined) return Object.hasOwn(words, word) ? (words[word] ?? '') : '';
      if (escaped !== undefined) return escaped === '\\' ? ' ' : escaped;
      return signs[token] ?? '';
    },
  );
  return plain.normalize('NFC');
}

const signs: Record<string, string> = { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' };

function accented(letter: string, accent: string): string {
  const base = letter.startsWith('\\') ? letter.slice(1) : letter;
  return base === '' ? accent : base + (combining[accent] ?? '');
}

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}', '%': '\\%', '&': '\\&', '#': '\\#', $: '\\$', _: '\\_',
}; // biome-ignore format: a table

/** Undone by `plainOfLatex`; braces stay balanced whatever the text holds. */
export function latexOfPlain(text: string): string {
  return text
    .replaceAll(/[\\{}~^%&#$_]/g, (sign) => escapes[sign] ?? sign)
    .replaceAll(/(?<=-)-|(?<=`)`|(?<=')'/g, (sign) => `{}${sign}`);
}
