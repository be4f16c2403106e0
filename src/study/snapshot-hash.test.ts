import { expect, it } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256 } from '../kernel/hash.ts';
import { snapshotHash } from './snapshot-hash.ts';
import { studyOf } from './testing.ts';

const people = [
  { answers: { q1: '망상 "강화" \u2028 👩‍⚕️' }, coded: { anna: { q1: 'fear+ cost' } } },
  { language: 'en' as const, answers: { q1: 'delusion' } },
];

it.each([
  ['with rows', studyOf({ questions: { q1: 'experience' }, people })],
  ['with empty lists', studyOf({ questions: { q1: 'experience' }, people: [] })],
  ['without a record of who was given what', studyOf({ people, assignments: false })],
])('hashes a study %s as its whole canonical JSON', (_, snapshot) => {
  expect(snapshotHash(snapshot)).toBe(sha256(canonicalJson(snapshot)));
});
