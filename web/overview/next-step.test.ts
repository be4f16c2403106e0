import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/report/analyse.ts';
import { type StudySketch, studyOf } from '../../src/study/testing.ts';
import { progressOf } from '../kit/frame/progress.ts';
import { nextStep } from './next-step.ts';

const quick = { seed: 1, snapshot: 'a snapshot', permutations: 19, bootstrap: 19, orders: 5 };
const themes = {
  worry: { questions: ['q1'], codes: ['fear'] },
  rules: { questions: ['q3'], codes: ['guide'] },
};
const priorities = { guidance: ['guide'] };
const both = { A: { q1: 'fear', q3: 'guide' }, B: { q1: 'fear', q3: '' } };
const agreed = { q1: 'fear', q3: 'guide' };

function stateOf(sketch: StudySketch) {
  const snapshot = studyOf({ threshold: 0, ...sketch });
  const analysis = analyse(snapshot, quick);
  return { next: nextStep(snapshot, analysis), progress: progressOf(snapshot, analysis) };
}

describe('what is next in a study', () => {
  it('is to read in answers where there are none', () => {
    expect(stateOf({ people: [], unused: ['fear'] })).toMatchObject({
      next: 'import',
      progress: { collect: 'none', code: 'none' },
    });
  });

  it('is to judge answers whose standing is undecided', () => {
    const people = [
      { answers: { q1: { text: '?', standing: 'undecided' as const } } },
      { coded: both, agreed },
    ];
    expect(stateOf({ people, themes, priorities })).toMatchObject({
      next: 'standing',
      progress: { collect: 'part' },
    });
  });

  it('is to code where nothing is coded', () => {
    expect(stateOf({ people: [{ answers: { q1: 'words' } }], unused: ['fear'] })).toMatchObject({
      next: 'code',
      progress: { collect: 'done', code: 'none', agree: 'none', report: 'none' },
    });
  });

  it('is a second coder where one alone has coded', () => {
    const people = [{ times: 4, coded: { A: { q1: 'fear' } } }];
    expect(stateOf({ people, themes: { worry: themes.worry } })).toMatchObject({
      next: 'secondCoder',
      progress: { agree: 'none' },
    });
  });

  it('is to settle differences where the coders have no consensus', () => {
    expect(stateOf({ people: [{ times: 4, coded: both }], themes, priorities })).toMatchObject({
      next: 'consensus',
      progress: { code: 'part', agree: 'done' },
    });
  });

  it('is to make themes, then priorities', () => {
    const people = [{ times: 4, coded: both, agreed }];
    expect(stateOf({ people })).toMatchObject({ next: 'themes', progress: { synthesise: 'none' } });
    expect(stateOf({ people, themes })).toMatchObject({
      next: 'priorities',
      progress: { prioritise: 'none' },
    });
  });

  it('is to read the report where all is in place', () => {
    const { next, progress } = stateOf({ people: [{ times: 4, coded: both, agreed }], themes, priorities });
    expect(next).toBe('report');
    expect(Object.values(progress)).toEqual(Array(7).fill('done'));
  });

  it('asks no second coder of a method that rejects agreement', () => {
    const people = [{ times: 4, coded: { A: agreed } }];
    const method = 'reflexive thematic analysis';
    expect(stateOf({ people, themes, priorities, method })).toMatchObject({
      next: 'report',
      progress: { agree: 'done' },
    });
  });
});
