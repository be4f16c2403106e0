/** How long the server takes to answer a search among the hundred thousand answers. */
import { SearchResult } from '../../src/code/search-model.ts';
import { callsOf } from './calls.ts';
import type { Person } from './database.ts';
import { QUERIES } from './queries.ts';
import { timed } from './times.ts';

const ROUNDS = 10;

/** Every query in turn, ten times over. */
export async function searchTimes(url: string, study: string, person: Person): Promise<number[]> {
  const calls = callsOf(url, study, person);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of QUERIES) {
      const { ms } = await timed(() => calls.get(`/search?q=${encodeURIComponent(query)}`, SearchResult));
      times.push(ms);
    }
  }
  return times;
}
