/**
 * The workbench at the size for which it is built: a real server (the built command), twenty coders and a real browser on
 * this machine. Data are generated, in Korean and English, from the sample study.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GridPage } from '../src/code/answers-model.ts';
import { suggestionQuality } from '../src/code/suggest/suggestion-quality.ts';
import { startBuiltServer } from './workbench/built-server.ts';
import { callsOf } from './workbench/calls.ts';
import { codeTogether, countLost } from './workbench/coders.ts';
import { prepareDatabase, STUDIES } from './workbench/database.ts';
import { searchTimes } from './workbench/search.ts';
import { load, median, p95, tenth, timed } from './workbench/times.ts';

const CODERS = 20;
const SECONDS = 60;
const FOLDS = 10;

export default async function benchWorkbench(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-bench-'));
  try {
    const file = join(folder, 'bench.sqlite');
    const prepared = await prepareDatabase(file, CODERS);
    console.error('bench workbench: data are in; measuring takes about two minutes');
    const server = await startBuiltServer(file);
    try {
      const { url } = server;
      const { lead, coders, pass } = prepared;
      const busy: Record<string, number> = {};

      const search = await searchTimes(url, STUDIES.large, lead);
      busy.search = load();
      const grid = await timed(() => callsOf(url, STUDIES.grid, lead).get('/grid', GridPage));
      busy.grid = load();

      const worked = await codeTogether(url, STUDIES.large, { coders, pass, seconds: SECONDS });
      busy.coding = load();
      const failures = worked.flatMap((one) => one.failures);
      if (failures.length > 0)
        console.error(`bench workbench: ${failures.length} failed; first: ${failures[0]}`);
      const kept = worked.flatMap((one) => one.kept);
      const lost = await countLost(url, STUDIES.large, { lead, pass, kept });

      return {
        coding_saved_p95_ms: p95(worked.flatMap((one) => one.savedMs)),
        lost: lost + failures.length,
        grid_10000_ms: tenth(grid.ms),
        search_100000_p95_ms: p95(search),
        server_rss_mb: server.peakMegabytes(),
        suggestions: suggestionQuality(prepared.sample, { folds: FOLDS, seed: 1 }),
        load: busy,
        codings: kept.length,
        coding_saved_median_ms: median(worked.flatMap((one) => one.savedMs)),
        search_100000_median_ms: median(search),
      };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
