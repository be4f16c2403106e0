/** Reads a source to its end, page by page, over HTTP from a server on this machine. */
import type { ScanSettings } from '../../access/scan-settings.ts';
import { askFor } from '../sources/ask.ts';
import type { GivenRecord, Page, Source, Span } from '../sources/source.ts';
import type { SourceServer } from './source-server.ts';
import { testAsking } from './surroundings.ts';

export interface SourceRead {
  pages: Page[];
  records: GivenRecord[];
  /** Pauses that were made, in milliseconds. */
  slept: number[];
}

export async function readSource<Settings>(
  source: Source<Settings>,
  server: SourceServer,
  settings: Settings,
  {
    span = { from: null, until: '2026-03-02' },
    scan = {},
  }: { span?: Span; scan?: Partial<ScanSettings> } = {},
): Promise<SourceRead> {
  const asking = testAsking(source.name, server.address, scan);
  const ask = askFor(source, asking);
  const pages: Page[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page = await source.page(ask, { settings, span, cursor });
    pages.push(page);
    cursor = page.next;
    if (cursor === null) break;
  }
  return { pages, records: pages.flatMap(({ records }) => records), slept: asking.slept };
}
