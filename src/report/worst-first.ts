/** The order in which codes are looked at when their agreement is in question. */
import type { CodeAgreement } from '../agree/model.ts';

/** Least agreed first; those without a number last, in their own order. */
export function worstFirst(codes: readonly CodeAgreement[]): CodeAgreement[] {
  return codes.toSorted((a, b) => place(a) - place(b));
}

function place({ alpha }: CodeAgreement): number {
  return alpha.state === 'shown' ? alpha.estimate : alpha.state === 'withheld' ? 2 : 3;
}
