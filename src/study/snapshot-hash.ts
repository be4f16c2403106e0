/** Apart from the snapshot's schema because hashing needs Node and the browser reads the schema. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { StudySnapshot } from './snapshot.ts';

/**
 * SHA-256 of the snapshot's canonical JSON: a report names it, and equal studies share it. The JSON is hashed row by row,
 * because that of a hundred thousand answers would take as much memory again as the study.
 */
export function snapshotHash(snapshot: StudySnapshot): string {
  const hash = createHash('sha256');
  const entries = Object.entries(snapshot)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  entries.forEach(([key, member], nth) => {
    hash.update(`${nth === 0 ? '{' : ','}${JSON.stringify(key)}:`);
    if (!Array.isArray(member)) hash.update(canonicalJson(member));
    else {
      hash.update('[');
      member.forEach((row, at) => {
        hash.update((at === 0 ? '' : ',') + canonicalJson(row));
      });
      hash.update(']');
    }
  });
  return hash.update('}').digest('hex');
}
