/** How far screeners agree, as the server tells it. */
import { z } from 'zod';
import { Share, Statistic } from '../../protect/released.ts';

/** What a table's rows and columns stand for, in this order. */
export const verdicts = ['include', 'exclude', 'unsure'] as const;

const Coefficients = z.strictObject({
  percent: Share.describe('records on which the two decided the same; Wilson interval'),
  ac1: Statistic.describe("Gwet's AC1, which does not fall because nearly everything is excluded"),
  alpha: Statistic.describe("Krippendorff's alpha, nominal; bootstrap of records"),
});

const PairCoefficients = Coefficients.extend({
  kappa: Statistic.describe("Cohen's kappa, unweighted"),
  prevalence: z
    .boolean()
    .describe('kappa is low although the two agree, because one decision prevails: read AC1 beside it'),
});

const records = z.int().min(0).describe('on which both decided without seeing each other');

export const ScreeningAgreement = z.strictObject({
  least: z.int().describe('fewer records than these give no estimate'),
  overall: z.strictObject({ records, coefficients: Coefficients.nullable() }),
  pairs: z.array(
    z.strictObject({
      screeners: z.tuple([z.string(), z.string()]).describe('names of the accounts'),
      records,
      table: z
        .array(z.array(z.int().min(0)).length(verdicts.length))
        .length(verdicts.length)
        .describe('a row each decision of the first, a column each of the second'),
      coefficients: PairCoefficients.nullable().describe('null where there are too few records'),
    }),
  ),
});
export type ScreeningAgreement = z.infer<typeof ScreeningAgreement>;
