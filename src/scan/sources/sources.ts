/** Every source there is, by its name. */
import type { SourceName } from '../../store/scan-tables.ts';
import { europepmc } from './europepmc.ts';
import type { Source } from './source.ts';

// A source's settings are parsed by its own schema before its page is asked for; the list needs not know them.
export const sources = { europepmc } as unknown as Record<SourceName, Source>;
