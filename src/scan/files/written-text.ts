/** What every written file needs of a record's texts, so that no text of a source becomes a field or a record of its own. */

/** On one line: formats of tagged lines hold no line break, and a control character is no text. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/**
 * Several names or keywords in one cell. The semicolon at the end of a lone value with a comma says that the comma parts
 * nothing; a semicolon within a value becomes a comma.
 */
export function inOneCell(values: readonly string[]): string {
  const parts = values.map((value) => onOneLine(value.replaceAll(';', ',')));
  const [only] = parts;
  return parts.length === 1 && only?.includes(',') ? `${only};` : parts.join('; ');
}

/** First and last page where the text is a plain range, else the whole as first page. */
export function pageRange(pages: string): readonly [first: string, last: string | null] {
  const range = /^([^-‐–\s]*\d[^-‐–\s]*)-([^-‐–\s]*\d[^-‐–\s]*)$/.exec(pages);
  const [, first, last] = range ?? [];
  return first === undefined || last === undefined || first === last ? [pages, null] : [first, last];
}

/** Whether the text can stand where readers expect pages; the number of an article without pages need not. */
export const isPages = (pages: string): boolean => /\d/.test(pages);
