/** A version of the codebook that is being made: edits gathered before they are published together. Pure. */
import { z } from 'zod';
import { CodebookChange } from '../../../src/code/model.ts';
import type { CodeId } from '../../../src/study/ids.ts';
import { type Code, Codebook } from '../../../src/study/model.ts';

export const CodebookDraft = z.strictObject({
  basedOn: Codebook.shape.version,
  codes: Codebook.shape.codes,
  changes: z.array(CodebookChange),
  note: z.string(),
});
export type CodebookDraft = z.infer<typeof CodebookDraft>;

export function draftOf({ version, codes }: Codebook): CodebookDraft {
  return { basedOn: version, codes, changes: [], note: '' };
}

/** Puts a code in the place of the one with its id, or after the last. */
export function withCode(draft: CodebookDraft, code: Code): CodebookDraft {
  const isThere = draft.codes.some(({ id }) => id === code.id);
  const codes = isThere
    ? draft.codes.map((one) => (one.id === code.id ? code : one))
    : [...draft.codes, code];
  return { ...draft, codes };
}

function retiredFor(draft: CodebookDraft, change: CodebookChange): CodebookDraft {
  return {
    ...draft,
    codes: draft.codes.map((code) => (change.from.includes(code.id) ? { ...code, retired: true } : code)),
    changes: [...draft.changes, change],
  };
}

/** No longer to be used; its codings are to be looked at again. */
export const retire = (draft: CodebookDraft, code: CodeId): CodebookDraft =>
  retiredFor(draft, { kind: 'retire', from: [code], to: [] });

/** One code takes another's place. */
export const merge = (draft: CodebookDraft, from: CodeId, to: CodeId): CodebookDraft =>
  retiredFor(draft, { kind: 'merge', from: [from], to: [to] });

/** New codes take the place of one. */
export function split(draft: CodebookDraft, from: CodeId, into: readonly Code[]): CodebookDraft {
  const change = { kind: 'split' as const, from: [from], to: into.map(({ id }) => id) };
  return into.reduce(withCode, retiredFor(draft, change));
}

/** Takes back what was done to a code in this draft: it stands as it was published, or not at all where it is new. */
export function takeBack(draft: CodebookDraft, published: Codebook, code: CodeId): CodebookDraft {
  const before = published.codes.find(({ id }) => id === code);
  const codes = draft.codes.flatMap((one) =>
    one.id !== code ? [one] : before === undefined ? [] : [before],
  );
  const changes = draft.changes.filter(({ from, to }) => !from.includes(code) && !to.includes(code));
  const undone = draft.changes.filter((change) => !changes.includes(change)).flatMap(({ from }) => from);
  return {
    ...draft,
    changes,
    codes: codes.map((one) =>
      undone.includes(one.id) ? (published.codes.find(({ id }) => id === one.id) ?? one) : one,
    ),
  };
}

/** The next free id beside the codes of a domain: after LH14 comes LH15. */
export function suggestedId(codes: readonly Code[], domain: string | undefined): string {
  const numbered = codes
    .filter((code) => code.domain === domain)
    .flatMap(({ id }) => {
      const [, letters, digits] = /^(.*?)(\d+)$/.exec(id) ?? [];
      return letters === undefined || digits === undefined ? [] : [{ letters, digits }];
    });
  const letters = numbered[0]?.letters ?? 'NEW';
  const sameLetters = numbered.filter((one) => one.letters === letters);
  const width = Math.max(2, ...sameLetters.map(({ digits }) => digits.length));
  const taken = new Set<string>(codes.map(({ id }) => id));
  let next = Math.max(0, ...sameLetters.map(({ digits }) => Number(digits))) + 1;
  const idOf = (number: number) => letters + String(number).padStart(width, '0');
  while (taken.has(idOf(next))) next++;
  return idOf(next);
}

const same = (a: Code | undefined, b: Code | undefined) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The draft on a version that was published meanwhile: what only one of the two changed is kept from that one; where both
 * changed a code the draft's stands and the code is named, so that a person compares.
 */
export function rebased(
  draft: CodebookDraft,
  base: Codebook,
  latest: Codebook,
): { draft: CodebookDraft; both: CodeId[] } {
  const of = (codes: readonly Code[]) => new Map(codes.map((code) => [code.id, code]));
  const [mine, before, now] = [of(draft.codes), of(base.codes), of(latest.codes)];
  const both: CodeId[] = [];
  const codes = [...new Set([...now.keys(), ...mine.keys()])].flatMap((id) => {
    const [own, old, theirs] = [mine.get(id), before.get(id), now.get(id)];
    if (own === undefined || same(own, old)) return theirs === undefined ? [] : [theirs];
    if (!same(theirs, old) && !same(theirs, own)) both.push(id);
    return [own];
  });
  const stillUsed = (id: CodeId) => now.get(id)?.retired !== true;
  const changes = draft.changes.filter(({ from }) => from.every(stillUsed));
  return { draft: { ...draft, basedOn: latest.version, codes, changes }, both };
}
