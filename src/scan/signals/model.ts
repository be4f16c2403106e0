/** External signals: what several records, put side by side by a person, say is coming. */
import { z } from 'zod';
import { Localised } from '../../study/localised.ts';
import { MadeId, RecordId } from '../screening/model.ts';

export const SignalKind = z.enum(['weak signal', 'trend', 'driver', 'wild card']);
export type SignalKind = z.infer<typeof SignalKind>;

export const SignalContent = z.strictObject({
  kind: SignalKind,
  label: Localised,
  statement: Localised.describe('what is coming, in a sentence that could turn out wrong'),
  records: z.array(RecordId).min(1).max(500).describe('the records on which it rests'),
});
export type SignalContent = z.infer<typeof SignalContent>;

export const SignalEdit = z.strictObject({
  expected: z.int().min(0).describe('the version that was edited, 0 for a new one'),
  signal: SignalContent.nullable().describe('null takes the signal away'),
});
export type SignalEdit = z.infer<typeof SignalEdit>;

export const ExternalSignal = SignalContent.extend({
  id: MadeId,
  version: z.int().min(1),
  missing: z.array(RecordId).describe('records of it that are in the study no more'),
  by: z.string(),
  recordedAt: z.iso.datetime(),
});
export type ExternalSignal = z.infer<typeof ExternalSignal>;

/** What everybody may read of a record on which a signal rests, whether or not it was appraised. */
export const SignalRecord = z.strictObject({
  id: RecordId,
  title: z.string().nullable(),
  sources: z.array(z.strictObject({ source: z.string(), database: z.string().nullable() })),
  address: z.string().nullable().describe('where a person reaches the document'),
});
export type SignalRecord = z.infer<typeof SignalRecord>;

/** Records that resemble one: a proposal, which nobody need take. */
export const Cluster = z.strictObject({
  centre: RecordId,
  words: z.array(z.string()).describe('what they have in common, weightiest first'),
  records: z
    .array(z.strictObject({ id: RecordId, title: z.string().nullable(), similarity: z.number() }))
    .min(2)
    .describe('the centre first; cosine similarity to it'),
});
export type Cluster = z.infer<typeof Cluster>;

export const Suggestions = z.strictObject({
  considered: z.int().describe('records that are in no signal yet and not excluded'),
  clusters: z.array(Cluster),
});
export type Suggestions = z.infer<typeof Suggestions>;
