/** A document as a person screens it: what all its sources say of it, put together. */
import { z } from 'zod';

const maybe = z.string().min(1).nullable();

export const Document = z.strictObject({
  id: z.string().describe('the record, which is a group of what sources gave'),
  title: maybe,
  abstract: maybe,
  authors: z.array(z.string()),
  year: z.int().nullable(),
  journal: maybe,
  volume: maybe,
  issue: maybe,
  pages: maybe,
  doi: maybe,
  pmid: maybe,
  url: maybe,
  type: maybe.describe("the source's own word for the kind of document"),
  keywords: z.array(z.string()),
  language: maybe,
  addedAt: z.iso.datetime(),
  sources: z.array(z.strictObject({ source: z.string(), key: z.string(), database: maybe })),
});
export type Document = z.infer<typeof Document>;

/** Where a person reaches the document, the DOI before other addresses; null where nothing tells. */
export function addressOf({ doi, pmid, url }: Pick<Document, 'doi' | 'pmid' | 'url'>): string | null {
  if (doi !== null) return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
  if (pmid !== null) return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`;
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
