/** Apart from the snapshot's schema because hashing needs Node and the browser reads the schema. */
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256 } from '../kernel/hash.ts';
import type { StudySnapshot } from './snapshot.ts';

/** SHA-256 of the snapshot's canonical JSON: a report names it, and equal studies share it. */
export function snapshotHash(snapshot: StudySnapshot): string {
  return sha256(canonicalJson(snapshot));
}
