/** One seed for a whole analysis, and a stream of its own for each part, so that no part's draws depend on another's. */

/** A 32-bit seed for the named stream; FNV-1a over seed and name. */
export function streamSeed(seed: number, stream: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}/${stream}`)
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
