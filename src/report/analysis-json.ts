/** The analysis as a file: the same bytes for the same study and seed, wherever it is written from. */
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Analysis } from './model.ts';

export function analysisJson(analysis: Analysis): string {
  return `${canonicalJson(analysis, 2)}\n`;
}
