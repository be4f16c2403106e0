/** What Zod finds in a hand-written file, as defects with a place and in our words. */
import type { z } from 'zod';
import { type Defect, defect, type Place } from '../kernel/defects.ts';

/** @param value what was parsed, to tell an absent key from a wrong one */
export function zodDefects(
  error: z.ZodError,
  value: unknown,
  place: (path: readonly PropertyKey[]) => Place,
): Defect[] {
  return error.issues.flatMap((issue) => issueDefects(issue, value, place));
}

function issueDefects(
  issue: z.core.$ZodIssue,
  value: unknown,
  place: (path: readonly PropertyKey[]) => Place,
): Defect[] {
  const at = place(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => defect(place([...issue.path, key]), 'key unknown', { key }));
    case 'invalid_type':
      return [
        valueAt(value, issue.path) === undefined
          ? defect(at, 'key missing', {})
          : defect(at, 'wrong kind of value', { expected: issue.expected }),
      ];
    case 'invalid_value':
      return [
        valueAt(value, issue.path) === undefined
          ? defect(at, 'key missing', {})
          : defect(at, 'value not among', { choices: issue.values.map(String) }),
      ];
    case 'too_small':
      return [defect(at, 'value too small', { minimum: Number(issue.minimum) })];
    case 'too_big':
      return [defect(at, 'value too large', { maximum: Number(issue.maximum) })];
    case 'invalid_format':
      return [formatDefect(issue, at)];
    case 'custom':
      return [defect(at, 'no words', {})]; // the only refinement in the schemas is that of `Localised`
    default:
      return [defect(at, 'value malformed', {})];
  }
}

function formatDefect(issue: z.core.$ZodIssueInvalidStringFormat, at: Place): Defect {
  if (issue.format === 'date') return defect(at, 'date malformed', {});
  const ofAttribute = issue.path.at(-3) === 'attributes';
  return defect(at, ofAttribute ? 'attribute id malformed' : 'id malformed', {});
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
