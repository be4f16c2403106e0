/**
 * What kind of document a source's own word or code stands for, and how each file format writes that kind: formats have
 * closed lists, and programs refuse or misread a word that is not on theirs.
 */

const kinds = {
  article: { ris: 'JOUR', endNote: ['Journal Article', 17], bibTex: 'article' },
  book: { ris: 'BOOK', endNote: ['Book', 6], bibTex: 'book' },
  chapter: { ris: 'CHAP', endNote: ['Book Section', 5], bibTex: 'incollection' },
  conference: { ris: 'CPAPER', endNote: ['Conference Paper', 47], bibTex: 'inproceedings' },
  thesis: { ris: 'THES', endNote: ['Thesis', 32], bibTex: 'phdthesis' },
  report: { ris: 'RPRT', endNote: ['Report', 27], bibTex: 'techreport' },
  web: { ris: 'ELEC', endNote: ['Web Page', 12], bibTex: 'online' },
  news: { ris: 'NEWS', endNote: ['Newspaper Article', 23], bibTex: 'misc' },
  unpublished: { ris: 'UNPB', endNote: ['Unpublished Work', 34], bibTex: 'unpublished' },
  other: { ris: 'GEN', endNote: ['Generic', 13], bibTex: 'misc' },
} as const;

export type DocumentKind = keyof typeof kinds;

// The first that fits: `conference paper` is no article, `book chapter` no book.
const signs: readonly (readonly [DocumentKind, RegExp])[] = [
  ['conference', /^(?:CPAPER|CONF)$|conference|proceeding|meeting/i],
  ['chapter', /^(?:CHAP|ECHAP)$|chapter|book section|incollection|inbook/i],
  ['book', /^(?:BOOK|EBOOK|EDBOOK)$|\bbook\b|monograph/i],
  ['thesis', /^THES$|thesis|dissertation/i],
  ['report', /^RPRT$|report(?!s?\s*,)(?<!case report)s?$|guideline|government/i],
  ['unpublished', /^UNPB$|preprint|unpublished|manuscript/i],
  ['news', /^(?:NEWS|MGZN)$|news|magazine/i],
  ['web', /^(?:ELEC|BLOG|WEB)$|web ?page|web ?site|\bonline\b(?! article)|blog/i],
  ['article', /^(?:JOUR|JFULL|EJOUR|ABST|INPR)$|article|journal|review|letter|editorial|trial|note|case/i],
];

export function kindOfDocument(type: string | null): DocumentKind {
  if (type === null) return 'other';
  return signs.find(([, sign]) => sign.test(type))?.[0] ?? 'other';
}

export const risType = (type: string | null): string => kinds[kindOfDocument(type)].ris;
export const bibTexType = (type: string | null): string => kinds[kindOfDocument(type)].bibTex;

/** EndNote's name and number of the kind. */
export function endNoteType(type: string | null): readonly [string, number] {
  return kinds[kindOfDocument(type)].endNote;
}
