/** Identifiers of documents, found in the many spellings in which sources write them. */

const DOI = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+/i;
const YEAR = /(?<!\d)(1[4-9]\d\d|2[01]\d\d)(?!\d)/;

/**
 * The first DOI in a text, without address, in lower case (DOIs ignore case: DOI Handbook, 2.4), or null.
 * Closing punctuation of the sentence around it is no part of it.
 */
export function doiIn(text: string): string | null {
  const found = DOI.exec(text.includes('%2') ? withoutPercents(text) : text)?.[0];
  if (found === undefined) return null;
  const trimmed = found.replace(/&\w+=.*$/, '').replace(/(?:\[doi\]|[.,;:\]}'&])+$/i, '');
  const balanced = trimmed.includes('(') ? trimmed : trimmed.replace(/\)+$/, '');
  return balanced.toLowerCase();
}

function withoutPercents(text: string): string {
  return text.replaceAll(/%2f/gi, '/').replaceAll(/%28/g, '(').replaceAll(/%29/g, ')');
}

/** The first four-digit year in a text, or null: `2019//`, `Nov 2018`, `in press`. */
export function yearIn(text: string): number | null {
  const found = YEAR.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** A PubMed identifier: the whole text, apart from a label. */
export function pmidIn(text: string): string | null {
  return /^\s*(?:PMID:?\s*|MEDLINE:)?(\d{4,8})(?:\s*\[pmid\])?\s*$/i.exec(text)?.[1] ?? null;
}

/** `1234-567X` for every ISSN in a text, each once. */
export function issnsIn(text: string): string[] {
  const found = text.matchAll(/(?<![\dX-])(\d{4})-?(\d{3}[\dX])(?![\dX-])/gi);
  return [...new Set(Array.from(found, ([, start, end]) => `${start}-${end}`.toUpperCase()))];
}

/** Digits of every ISBN in a text, each once. */
export function isbnsIn(text: string): string[] {
  const found = text.matchAll(/(?<![\dX-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX](?![\dX-])/gi);
  return [...new Set(Array.from(found, ([isbn]) => isbn.replaceAll(/[- ]/g, '').toUpperCase()))];
}
