/** What stands between a pass and the settling of its disagreements. Pure. */
import type { WorkingPass } from '../../src/code/model.ts';

export type ToSettle =
  | { state: 'nothing' }
  | { state: 'still open' | 'not started' | 'came settled'; source: WorkingPass }
  | { state: 'settling'; source: WorkingPass; consensus: WorkingPass };

/** Passes whose disagreements can be, or will be, settled. */
export function settleable(passes: readonly WorkingPass[]): WorkingPass[] {
  return passes.filter(({ kind, state }) => kind !== 'consensus' && state !== 'planned');
}

/** @param wanted a pass, or the consensus on it; without one, the pass that is being settled, or the latest */
export function toSettle(passes: readonly WorkingPass[], wanted: string | undefined): ToSettle {
  const sources = settleable(passes);
  const consensusOn = ({ id }: WorkingPass) =>
    passes.findLast((pass) => pass.kind === 'consensus' && pass.source === id);
  const named = passes.find(({ id }) => id === wanted);
  const source =
    sources.find(({ id }) => id === (named?.source ?? wanted)) ??
    sources.findLast((one) => consensusOn(one)?.state === 'open') ??
    sources.findLast(({ state }) => state === 'closed') ??
    sources.at(-1);
  if (source === undefined) return { state: 'nothing' };
  const consensus = named?.kind === 'consensus' && named.source === source.id ? named : consensusOn(source);
  if (consensus !== undefined) return { state: 'settling', source, consensus };
  if (source.state === 'open') return { state: 'still open', source };
  // A study that was brought in with codings and their consensus has both as closed passes that were never opened here.
  const cameSettled =
    source.openedAt === null && passes.some((pass) => pass.kind === 'consensus' && pass.source === null);
  return { state: cameSettled ? 'came settled' : 'not started', source };
}
