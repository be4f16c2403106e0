/** Every source there is, by its name. */
import type { SourceName } from '../../store/scan-tables.ts';
import { arxiv } from './arxiv.ts';
import { clinicaltrials } from './clinicaltrials.ts';
import { crossref } from './crossref.ts';
import { europepmc } from './europepmc.ts';
import { feed } from './feed.ts';
import { medrxiv } from './medrxiv.ts';
import { openalex } from './openalex.ts';
import { openfda } from './openfda.ts';
import { pubmed } from './pubmed.ts';
import type { Source } from './source.ts';

const all = { europepmc, pubmed, crossref, openalex, clinicaltrials, openfda, arxiv, medrxiv, feed };

// A source's settings are parsed by its own schema before its page is asked for; who takes any of them needs not know them.
export const sources: Record<SourceName, Source> = all satisfies Record<
  SourceName,
  unknown
> as unknown as Record<SourceName, Source>;
