/** Themes, prevalence and saturation: what `synthesise` gives. */
import { z } from 'zod';
import { Count, Share } from '../protect/released.ts';
import { AnswerKeySchema, CodeId, CodingId, QuestionId, ThemeId } from '../study/ids.ts';
import { Localised } from '../study/localised.ts';

/** Words that may be quoted: the participant consented to quotation and personal identifiers are masked. */
export const Quote = z.strictObject({ coding: CodingId, answer: AnswerKeySchema, text: z.string() });
export type Quote = z.infer<typeof Quote>;

export const Breakdown = z.strictObject({
  attribute: z.string().describe('an attribute id, or `language`'),
  groups: z.array(
    z.strictObject({ value: z.string().describe('empty: not known of these participants'), share: Share }),
  ),
});
export type Breakdown = z.infer<typeof Breakdown>;

/** Prevalence of a theme in one question, among those with an interpretable answer to it. */
export const ThemePrevalence = z.strictObject({
  theme: ThemeId,
  question: QuestionId,
  share: Share,
  breakdowns: z.array(Breakdown),
});
export type ThemePrevalence = z.infer<typeof ThemePrevalence>;

export const CodePrevalence = z.strictObject({
  code: CodeId,
  question: QuestionId,
  share: Share,
  polarity: z
    .strictObject({ positive: Share, negative: Share, mixed: Share })
    .describe(
      'among those who gave the code; each is in one of the three at most: only positive, only negative, or both',
    ),
});
export type CodePrevalence = z.infer<typeof CodePrevalence>;

/** A sentence of the account with words that carry it; of a withheld count at most one participant is quoted. */
export const ReleasedClaim = z.strictObject({
  text: Localised,
  quotes: z.array(Quote),
  codings: Count.describe('how many codings carry the claim'),
});
export type ReleasedClaim = z.infer<typeof ReleasedClaim>;

export const ThemeAccount = z.strictObject({
  theme: ThemeId,
  narrative: z.array(ReleasedClaim),
  negativeCases: z.array(ReleasedClaim),
  quotes: z.array(Quote).describe('typical quotes, at most five, different participants'),
});
export type ThemeAccount = z.infer<typeof ThemeAccount>;

/** Codes found as participants are read in random order; the band is the 5th to 95th percentile of the orders. */
export const AccumulationPoint = z.strictObject({
  participants: z.int().min(0),
  mean: z.number(),
  lower: z.number(),
  upper: z.number(),
});

const SaturationShown = z.strictObject({
  state: z.literal('shown'),
  question: QuestionId.nullable().describe('null: over all questions'),
  participants: z.int().min(0),
  observed: z.int().min(0).describe('codes seen'),
  chao2: z
    .strictObject({ estimate: z.number(), standardError: z.number() })
    .nullable()
    .describe('estimated richness of codes; null where undefined'),
  base: z.int().describe('Guest 2020: participants in the base'),
  run: z.int().describe('Guest 2020: participants in a run'),
  reached: z
    .array(
      z.strictObject({
        newInformation: z.number().describe('threshold: 0.05 or 0'),
        orders: z.int(),
        median: z
          .number()
          .nullable()
          .describe('participants read when first reached; null: in less than half'),
        lower: z.number().nullable(),
        upper: z.number().nullable(),
      }),
    )
    .describe('participants until new information fell to the threshold, over random orders'),
  curve: z.array(AccumulationPoint),
});

/** Withheld where the richness of rare codes would tell how many people gave a withheld one. */
export const Saturation = z.discriminatedUnion('state', [
  SaturationShown,
  z.strictObject({ state: z.literal('withheld'), question: QuestionId.nullable() }),
  z.strictObject({ state: z.literal('undefined'), question: QuestionId.nullable(), reason: z.string() }),
]);
export type Saturation = z.infer<typeof Saturation>;

export const Synthesis = z.strictObject({
  layer: z
    .enum(['consensus', 'single coder', 'majority'])
    .describe(
      'whose codings count. Decided per participant: the consensus where there is one, else the only coder, else codes given by more than half of the coders; the weakest rule that was needed is named',
    ),
  prevalence: z.array(ThemePrevalence),
  codes: z.array(CodePrevalence),
  accounts: z.array(ThemeAccount),
  saturation: z.array(Saturation),
});
export type Synthesis = z.infer<typeof Synthesis>;
