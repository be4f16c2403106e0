/** What a person says to a source: the settings of a saved query, by source. Pure, for the browser too. */
import { z } from 'zod';

const day = z.iso.date();
const search = z.string().trim().min(1).max(4000);
/** The first day from which documents are wanted; null for all. */
const since = day.nullable().default(null);

export const SearchSettings = z.strictObject({ search, since });
export type SearchSettings = z.infer<typeof SearchSettings>;

export const OpenFdaSettings = z.strictObject({
  list: z.enum(['510k', 'classification', 'event']),
  search,
  since,
});
export type OpenFdaSettings = z.infer<typeof OpenFdaSettings>;

/** medRxiv has no search by words: all of a span is read and what holds none of the words is left out here. */
export const MedrxivSettings = z.strictObject({
  words: z.array(z.string().trim().min(2).max(100)).max(50),
  since: day,
});
export type MedrxivSettings = z.infer<typeof MedrxivSettings>;

export const FeedSettings = z.strictObject({ address: z.url({ protocol: /^https?$/ }).max(2000) });
export type FeedSettings = z.infer<typeof FeedSettings>;
