/** Codings that say the same of the same words are shown as one, with everybody who gave them. */
import type { WorkingCoding } from '../../src/code/model.ts';
import type { CoderId } from '../../src/study/ids.ts';

export interface SharedCoding extends Pick<WorkingCoding, 'id' | 'code' | 'polarity' | 'span'> {
  coders: CoderId[];
}

/** In the order of the text, those on the whole answer first; the id is that of the first coding. */
export function together(codings: readonly WorkingCoding[]): SharedCoding[] {
  const found = new Map<string, SharedCoding>();
  for (const { id, code, polarity, span, coder } of codings) {
    const key = JSON.stringify([code, polarity, span?.start, span?.end]);
    const shared = found.get(key);
    if (shared === undefined) found.set(key, { id, code, polarity, span, coders: [coder] });
    else if (!shared.coders.includes(coder)) shared.coders.push(coder);
  }
  return [...found.values()].toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
