/** Codes take the colour of their domain: eight colours are told apart, ninety are not. */
import type { StudyOutline } from './api.ts';

const COLOURS = 8;

/** 1 to 8 by the place of the code's domain in the frame; 0 for a code without one, and for a code that is not told. */
export function codeColours(outline: StudyOutline): (code: string | null) => number {
  const domains = outline.study.frame.domains;
  const byCode = new Map(
    outline.codebook.codes.map((code) => {
      const at = domains.findIndex(({ id }) => id === code.domain);
      return [code.id as string, at === -1 ? 0 : (at % COLOURS) + 1];
    }),
  );
  return (code) => (code === null ? 0 : (byCode.get(code) ?? 0));
}
