/**
 * Saturation by new information: a base of first interviews, then runs of further ones, until a run adds next to nothing.
 * Source: Guest, Namey, Chen, "A simple method to assess and report thematic saturation", PLoS ONE 15 (2020) e0232076.
 */
import { requirePositiveInteger } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';
import { type CodesByParticipant, numberCodes } from './code-incidence.ts';

/** A run: how many codes it brought that no earlier interview had, over the codes of the base. */
export interface SaturationRun {
  /** Counted from 1, the last interview of the run. */
  through: number;
  new: number;
  ratio: number | null;
}

export interface GuestSaturation {
  baseCodes: number;
  runs: SaturationRun[];
  /** The last interview of the first run at or below the threshold; `null` where none is. */
  saturatedAt: number | null;
  /** As the authors report it: interviews before that run, "+", the run's length, such as "6+2". */
  report: string | null;
  warnings: MethodWarning[];
}

export interface GuestOptions {
  /** Interviews in the base; the authors suggest 4 to 6. */
  base?: number;
  /** Interviews in a run; the authors suggest 2 or 3. */
  run?: number;
  /** Largest share of new information that counts as saturation; the authors suggest 0.05 or 0. */
  threshold?: number;
  /** Whether a run starts one interview after the last one started, instead of where it ended. */
  overlapping?: boolean;
}

/**
 * ratio = new codes in the run / codes in the base. Later runs are still listed: information may return.
 * @param codes each participant's codes in the order of interviewing. An incomplete last run is left out.
 * @returns `ratio: null` throughout, with a warning, where the base holds no code or the interviews are too few.
 * @throws RangeError for a base or run that is not whole and positive, or a threshold that is no share.
 * @example guestSaturation([['a', 'b'], ['b', 'c'], ['a'], ['d'], ['a'], ['b']], { base: 4, run: 2 }).report // '4+2'
 */
export function guestSaturation(
  codes: CodesByParticipant,
  { base = 4, run = 2, threshold = 0.05, overlapping = false }: GuestOptions = {},
): GuestSaturation {
  requirePositiveInteger('base', base);
  requirePositiveInteger('run', run);
  if (!(threshold >= 0 && threshold < 1)) {
    throw new RangeError(`threshold: got ${threshold}; expected a share from 0 to below 1`);
  }
  const firstSeen = firstInterviews(codes);
  const baseCodes = firstSeen.filter((interview) => interview <= base).length;
  const runs: SaturationRun[] = [];
  for (let before = base; before + run <= codes.length; before += overlapping ? 1 : run) {
    const fresh = firstSeen.filter((interview) => interview > before && interview <= before + run).length;
    runs.push({ through: before + run, new: fresh, ratio: baseCodes === 0 ? null : fresh / baseCodes });
  }
  const reached = runs.find(({ ratio }) => ratio !== null && ratio <= threshold);
  return {
    baseCodes,
    runs,
    saturatedAt: reached?.through ?? null,
    report: reached === undefined ? null : `${reached.through - run}+${run}`,
    warnings: warningsFor(codes.length, base + run, baseCodes),
  };
}

/** The interview, counted from 1, in which each code was first seen. */
function firstInterviews(codes: CodesByParticipant): number[] {
  const first: number[] = [];
  numberCodes(codes).ofParticipant.forEach((own, i) => {
    for (const code of own) first[code] ??= i + 1;
  });
  return first;
}

function warningsFor(interviews: number, needed: number, baseCodes: number): MethodWarning[] {
  const warnings: MethodWarning[] = [];
  if (interviews < needed) {
    const message = `${interviews} interviews cannot fill a base and a run; ${needed} are needed`;
    warnings.push({ code: 'too-few-participants', message });
  }
  if (baseCodes === 0) {
    const message = 'the base holds no code, so new information cannot be set against it';
    warnings.push({ code: 'empty-base', message });
  }
  return warnings;
}
