/** How early a reading order finds what is relevant. */

export interface ReadingFigures {
  records: number;
  relevant: number;
  /** Mean position of a relevant record, as a share of all records. */
  relative_time_to_discovery: number;
  /** Work saved over sampling at 95 % recall. Source: Cohen et al., JAMIA 13 (2006) 206-219. */
  wss95: number;
  recall_at_10_percent: number;
  ndcg: number;
}

/**
 * @param reads whether each record read was relevant, in reading order, up to the last relevant one.
 * @param records how many there were to read.
 */
export function readingFigures(reads: readonly boolean[], records: number): ReadingFigures {
  const positions = reads.flatMap((relevant, i) => (relevant ? [i + 1] : []));
  const found = positions.length;
  const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
  const discount = (position: number): number => 1 / Math.log2(position + 1);
  const to95 = positions[Math.ceil(0.95 * found - 1e-9) - 1];
  return {
    records,
    relevant: found,
    relative_time_to_discovery: sum(positions) / found / records,
    wss95: (records - to95) / records - 0.05,
    recall_at_10_percent:
      positions.filter((position) => position <= Math.floor(0.1 * records)).length / found,
    ndcg: sum(positions.map(discount)) / sum(positions.map((_, i) => discount(i + 1))),
  };
}
