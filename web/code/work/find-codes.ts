/** Codes found by what is typed: the name in either language, its initial consonants, its beginnings, or the id. */
import type { Code } from '../../../src/study/model.ts';
import { matchLabel } from '../../../src/text/initials.ts';

export interface FoundCode {
  code: Code;
  score: number;
}

/** Best first; all of them, in the codebook's order, where nothing is typed. */
export function findCodes(codes: readonly Code[], typed: string): FoundCode[] {
  return codes
    .flatMap((code) => {
      const scores = [code.label.ko, code.label.en, code.id].flatMap((label) => {
        const match = label === undefined ? null : matchLabel(typed, label);
        return match === null ? [] : [match.score];
      });
      return scores.length === 0 ? [] : [{ code, score: Math.max(...scores) }];
    })
    .toSorted((a, b) => b.score - a.score);
}
