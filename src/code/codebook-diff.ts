/** What changed from one version of the codebook to another. Pure, for the screen too. */
import { z } from 'zod';
import { CodeId } from '../study/ids.ts';
import { type Code, type Codebook, Code as CodeSchema } from '../study/model.ts';

const fields = [
  'label',
  'definition',
  'domain',
  'parent',
  'origin',
  'include',
  'exclude',
  'examples',
  'source',
  'retired',
] as const satisfies readonly (keyof Code)[];

export const CodebookDiff = z.strictObject({
  from: z.int(),
  to: z.int(),
  added: z.array(CodeSchema),
  removed: z.array(CodeSchema),
  retired: z.array(CodeId).describe('retired since'),
  restored: z.array(CodeId).describe('no longer retired'),
  changed: z.array(
    z.strictObject({
      code: CodeId,
      fields: z.array(z.enum(fields)),
      before: CodeSchema,
      after: CodeSchema,
    }),
  ),
});
export type CodebookDiff = z.infer<typeof CodebookDiff>;

/** Codes are told apart by their ids; the order of codes does not count. */
export function codebookDiff(from: Codebook, to: Codebook): CodebookDiff {
  const before = new Map(from.codes.map((code) => [code.id, code]));
  const after = new Map(to.codes.map((code) => [code.id, code]));
  const both = to.codes.flatMap((code) => {
    const earlier = before.get(code.id);
    return earlier === undefined ? [] : [{ before: earlier, after: code }];
  });
  const isRetired = (code: Code) => code.retired === true;
  return {
    from: from.version,
    to: to.version,
    added: to.codes.filter(({ id }) => !before.has(id)),
    removed: from.codes.filter(({ id }) => !after.has(id)),
    retired: both
      .filter((one) => !isRetired(one.before) && isRetired(one.after))
      .map(({ after: { id } }) => id),
    restored: both
      .filter((one) => isRetired(one.before) && !isRetired(one.after))
      .map(({ after: { id } }) => id),
    changed: both.flatMap((one) => {
      const different = fields.filter(
        (field) => field !== 'retired' && spelled(one.before[field]) !== spelled(one.after[field]),
      );
      return different.length === 0 ? [] : [{ code: one.after.id, fields: different, ...one }];
    }),
  };
}

/** One spelling for equal values: keys in order, absent ones left out. */
function spelled(value: unknown): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
