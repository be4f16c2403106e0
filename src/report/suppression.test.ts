import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudySnapshot } from '../study/snapshot.ts';
import { type PersonSketch, studyOf } from '../study/testing.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './model.ts';
import { knowledgeOf, recovered } from './testing/attack.ts';

const run = (snapshot: StudySnapshot): Analysis =>
  analyse(snapshot, { seed: 1, snapshot: 'test', permutations: 9, bootstrap: 9, orders: 5 });

const asOpen = (snapshot: StudySnapshot): StudySnapshot => ({
  ...snapshot,
  study: { ...snapshot.study, threshold: 0 },
});

const roles = ['resident', 'fellow', 'professor'];
const words = (codes: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom('', '+', '-', '±')), { maxLength: 3 })
    .map((given) => given.map((parts) => parts.join('')).join(' '));

const answersTo = (questions: Record<string, string[]>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(questions).map(([question, codes]) => [
        question,
        fc.option(words(codes), { nil: undefined, freq: 6 }),
      ]),
    ),
  );

/** Kinds of participants with how many there are of each: small groups and large ones, in small studies. */
const person = (questions: Record<string, string[]>): fc.Arbitrary<PersonSketch> =>
  fc
    .record({
      times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 8, max: 25 })),
      language: fc.constantFrom('ko' as const, 'en' as const),
      role: fc.constantFrom(...roles, ''),
      given: answersTo(questions),
      second: answersTo(questions),
      says: fc.integer({ min: 0, max: 20 }),
    })
    .map(({ times, language, role, given, second, says }): PersonSketch => {
      const answered = (codes: Record<string, string | undefined>) =>
        Object.fromEntries(
          Object.entries(given).flatMap(([question, list]) =>
            list === undefined ? [] : [[question, codes[question] ?? '']],
          ),
        );
      const codes = answered(given);
      const attributes: Record<string, string> = role === '' ? {} : { role };
      const base = { times, language, attributes };
      if (says === 0)
        return { ...base, answers: { q1: { text: 'none', standing: 'non-substantive' as const } } };
      if (says === 1) return { ...base, withdrawn: '2026-01-15', agreed: codes };
      const coded = { anna: codes, ben: answered(second) };
      if (says < 7) return { ...base, coded, agreed: codes };
      return says < 10 ? { ...base, coded } : { ...base, agreed: codes };
    });

const two: Record<string, string[]> = { q1: ['a', 'b', 'c'], q2: ['x', 'y'] };
const three: Record<string, string[]> = { ...two, q3: ['x', 'y', 'z'] };

const study = fc.constantFrom(two, three).chain((questions) =>
  fc
    .record({
      people: fc.array(person(questions), { minLength: 3, maxLength: 14 }),
      threshold: fc.integer({ min: 2, max: 11 }),
      theme: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      asks: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1 }),
    })
    .map(({ people, threshold, theme, asks }) =>
      studyOf({
        people,
        threshold,
        questions: {
          q1: 'experience',
          q2: 'priority',
          ...(questions === three ? { q3: 'other' as const } : {}),
        },
        themes: {
          A: { questions: ['q1'], codes: theme },
          B: { questions: ['q1'], codes: ['b'] },
          C: { questions: ['q1'], codes: ['a', 'b', 'c'] },
          X: { questions: ['q2', ...(questions === three ? ['q3'] : [])], codes: ['x', 'y'] },
          Y: { questions: ['q2'], codes: ['y'] },
        },
        priorities: { P: asks, Q: ['x'] },
        breakdowns: ['language', 'role'],
      }),
    ),
);

describe('what is withheld stays withheld', () => {
  it('shows no count between zero and the threshold, nor a share that leaves so few over', () => {
    fc.assert(
      fc.property(study, (snapshot) => {
        const { threshold } = snapshot.study;
        for (const count of shownCounts(run(snapshot))) {
          expect(count === 0 || count >= threshold, `${count} under ${threshold}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be worked out from what is shown, by elimination or by bounds', () => {
    fc.assert(
      fc.property(study, (snapshot) => {
        const truth = knowledgeOf(run(asOpen(snapshot)), snapshot).numbers;
        const known = knowledgeOf(run(snapshot), snapshot);
        const { threshold } = snapshot.study;
        const found = [...recovered(known)].filter(([name]) =>
          isSecret(name, truth.get(name) ?? 0, threshold),
        );
        expect(found).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not change what is shown where nothing is small', () => {
    fc.assert(
      fc.property(study, (snapshot) => {
        const everything = run(asOpen(snapshot));
        expect(JSON.stringify(everything)).not.toContain('withheld"');
      }),
      { numRuns: 20 },
    );
  });
});

describe('the attack itself', () => {
  it('finds a single withheld group, so that it would notice', () => {
    const open = run(
      asOpen(
        studyOf({
          people: [
            { times: 20, language: 'ko', agreed: { q1: 'a' } },
            { times: 5, language: 'en', agreed: { q1: 'a' } },
            { times: 20, language: 'en', agreed: { q1: '' } },
          ],
          questions: { q1: 'experience' },
          themes: { A: { questions: ['q1'], codes: ['a'] } },
        }),
      ),
    );
    const careless = structuredClone(open);
    const groups = careless.synthesis.prevalence[0]?.breakdowns[0]?.groups ?? [];
    for (const group of groups) if (group.value === 'en') group.share = { state: 'withheld' };
    const snapshot = studyOf({
      people: [],
      questions: { q1: 'experience' },
      themes: { A: { questions: ['q1'], codes: ['a'] } },
    });
    expect(recovered(knowledgeOf(careless, snapshot)).get('q1: a @language=en')).toBe(5);
  });
});

/**
 * That a withheld number is zero is no secret: nobody is in it. Sizes that stand nowhere by themselves (of groups, of
 * those who gave no polarity, of a theme among those who answered both) are secret where they are small.
 */
function isSecret(name: string, value: number, threshold: number): boolean {
  const standsNowhere = /^[^:]+ @| unjudged$| in [^:]+ & [^:]+$/.test(name);
  return value > 0 && (!standsNowhere || value < threshold);
}

/** Every number of people anywhere in the analysis, with what a shown share leaves over. */
function shownCounts(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(shownCounts);
  if (value === null || typeof value !== 'object') return [];
  const { state, ...rest } = value as Record<string, unknown>; // any JSON object
  const own: number[] = [];
  if (state === 'shown') {
    for (const key of ['value', 'count', 'of', 'n', 'participants']) {
      const found = rest[key];
      if (typeof found === 'number') own.push(found);
    }
    if (typeof rest.of === 'number' && typeof rest.count === 'number') own.push(rest.of - rest.count);
    if (rest.table !== undefined) own.push(...Object.values(rest.table as Record<string, number>));
  }
  return [
    ...own,
    ...Object.entries(rest).flatMap(([key, member]) => (key === 'curve' ? [] : shownCounts(member))),
  ];
}
