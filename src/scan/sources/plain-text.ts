/** Text of titles and abstracts that sources send with tags of HTML or JATS and with character references in it. */

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
};
/** A heading within a text, such as the parts of a structured abstract. */
const HEADINGS = /<(h\d|(?:jats:)?title)\b[^>]*>([\s\S]*?)<\/\1>/gi;
/** Tags that end a word where they stand; the others, such as `<sub>`, stand within one. */
const BREAKS = /<\/?(?:p|div|br|li|ul|ol|h\d|title|sec|tr|td|jats:(?:p|title|sec|list|list-item))\b[^>]*>/gi;
// Only what can be a tag: `p < 0.05 and n > 3` is none.
const TAGS = /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/gi;

/** Without tags, references resolved once more where they were escaped twice, white space single. */
export function plainText(text: string): string {
  const once = /&lt;\/?[a-z]/i.test(text) ? resolved(text) : text;
  const untagged = once
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(HEADINGS, (_, _tag, heading: string) => ` ${asHeading(heading)} `)
    .replaceAll(BREAKS, ' ')
    .replaceAll(TAGS, '');
  return resolved(untagged).replaceAll(/\s+/g, ' ').trim();
}

/** `Results:`, as PubMed and reference files write it; that an abstract is one need not be said. */
function asHeading(heading: string): string {
  const words = heading.trim();
  if (words === '' || /^abstract[.:]?$/i.test(words)) return '';
  return /[:.?!]$/.test(words) ? words : `${words}:`;
}

function resolved(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : ' ';
  });
}
