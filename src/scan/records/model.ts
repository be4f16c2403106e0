/** An external document as a bibliographic source describes it, whatever file or service it came from. */
import { z } from 'zod';

const maybe = z.string().min(1).nullable();

export const ExternalRecord = z.object({
  title: maybe,
  abstract: maybe,
  /** As the source writes them, usually family name first. */
  authors: z.array(z.string()),
  year: z.int().min(1400).max(2199).nullable(),
  journal: maybe,
  journalAbbreviation: maybe,
  volume: maybe,
  issue: maybe,
  /** `152-160`, or the number of an article without pages. */
  pages: maybe,
  /** Without its address, in lower case: `10.1000/xyz`. */
  doi: maybe,
  pmid: maybe,
  issns: z.array(z.string()),
  isbns: z.array(z.string()),
  /** The source's own word or code for the kind of document. */
  type: maybe,
  keywords: z.array(z.string()),
  url: maybe,
  language: maybe,
  source: z.object({
    file: z.string(),
    /** Place in the file, from 0. */
    index: z.int().min(0),
    database: maybe,
    /** What the source said, field by field, in its order and under its own names. */
    fields: z.array(z.tuple([z.string(), z.string()])),
  }),
});
export type ExternalRecord = z.infer<typeof ExternalRecord>;
export type SourceField = ExternalRecord['source']['fields'][number];
