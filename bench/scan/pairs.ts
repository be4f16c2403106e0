/** The doubtful pairs, decided by a rule where a person would look: one document where title and year are the same. */
import { z } from 'zod';
import { PairPage, type RecordFound } from '../../src/scan/model.ts';
import type { Calls } from '../workbench/calls.ts';
import { expectThat } from './expect.ts';

export interface PairsDecided {
  same: number;
  different: number;
}

export async function decidePairs(calls: Calls): Promise<PairsDecided> {
  const decided = { same: 0, different: 0 };
  for (;;) {
    const { pairs } = await calls.get('/scan/pairs?state=open&count=100', PairPage);
    const [pair] = pairs;
    if (pair === undefined) break;
    const state = bare(pair.left) === bare(pair.right) ? 'same' : 'different';
    await calls.put(`/scan/pairs/${pair.id}`, { state }, z.undefined());
    decided[state]++;
  }
  const { total } = await calls.get('/scan/pairs?state=decided&count=1', PairPage);
  expectThat(total >= decided.same + decided.different, 'pairs that were decided are not among the decided');
  return decided;
}

function bare({ document: { title, year } }: RecordFound): string {
  return `${(title ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')} ${year}`;
}
