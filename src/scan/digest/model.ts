/** A digest: the briefs of a span of time, by week or by month. */
import { z } from 'zod';
import { Language } from '../../study/localised.ts';
import { Brief } from '../briefs/model.ts';

export const digestFormats = ['json', 'html', 'md', 'rss'] as const;

export const DigestQuery = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(['week', 'month']).default('week'),
    language: Language.default('ko'),
    format: z.enum(digestFormats).default('json'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'expected no day before `from`' });
export type DigestQuery = z.infer<typeof DigestQuery>;

export const Digest = z.strictObject({
  title: z.string(),
  /** The study is imaginary: every page says so. */
  synthetic: z.boolean(),
  language: Language,
  from: z.iso.date(),
  to: z.iso.date(),
  groups: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), briefs: z.array(Brief).min(1) })),
});
export type Digest = z.infer<typeof Digest>;
