/**
 * XML as people and programs write it, mended before it is parsed: lone ampersands and control characters may not stand
 * in it, and entities that a document type declares are left as plain text, so that none can multiply or reach a file.
 */

/** Keeps XML's own five entities and the numbers of characters; every other ampersand becomes text. */
export function escapedWell(text: string): string {
  return (
    text
      .replaceAll(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)/g, '&amp;')
      .replaceAll(/&#(?:[0-8]|1[1-9]|2\d|3[01]|[xX]0?[0-8bBcCeEfF]|[xX]1[\da-fA-F]);/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
  );
}
