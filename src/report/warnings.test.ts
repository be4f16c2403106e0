import { describe, expect, it } from 'vitest';
import { type StudySketch, studyOf } from '../study/testing.ts';
import { analyse } from './analyse.ts';

function warned(sketch: StudySketch): string[] {
  const { warnings } = analyse(studyOf(sketch), {
    seed: 1,
    snapshot: 'test',
    permutations: 9,
    bootstrap: 99,
    orders: 5,
  });
  for (const { message } of warnings) expect(message.ko && message.en).toBeTruthy();
  return warnings.map(({ code, about }) => (about === '' ? code : `${code}: ${about}`));
}

const agreed = { q1: 'a', q2: 'x', q3: 'p' };
const sound: StudySketch = {
  people: [
    { times: 20, agreed },
    { times: 20, agreed: { q1: '', q2: '', q3: '' } },
    { times: 40, coded: { anna: agreed, ben: agreed }, agreed },
  ],
  themes: { A: { questions: ['q1'], codes: ['a'] }, X: { questions: ['q2'], codes: ['x'] } },
  priorities: { P: ['p'] },
};

describe('warnings', () => {
  it('are none for a study that has all it needs', () => {
    expect(warned(sound)).toEqual([]);
  });

  it.each([
    ['nothing coded', { people: [{ answers: { q1: 'a' } }] }],
    ['no themes', { ...sound, themes: {} }],
    ['no priorities', { ...sound, priorities: {} }],
    ['no priority question', { ...sound, questions: { q1: 'experience', q2: 'other' } }],
    ['one question only', { people: [{ agreed: { q1: 'a' } }], questions: { q1: 'experience' } }],
    ['participants withdrawn', { ...sound, people: [...sound.people, { withdrawn: '2026-01-09', agreed }] }],
    ['small denominator: q1', { people: [{ times: 29, agreed: { q1: 'a' } }] }],
    [
      'undecided standing: q1',
      { ...sound, people: [...sound.people, { answers: { q1: { text: 'hm', standing: 'undecided' } } }] },
    ],
    ['one coder only', { people: [{ coded: { anna: { q1: 'a' } } }] }],
    ['assignments inferred', { ...sound, assignments: false }],
    ['no consensus layer', { people: [{ coded: { anna: agreed, ben: agreed } }] }],
    ['few shared answers', { people: [{ times: 9, coded: { anna: agreed, ben: agreed } }] }],
    ['code never used: idle', { ...sound, unused: ['idle'] }],
    [
      'codings on non-substantive answers: q1',
      {
        ...sound,
        people: [
          ...sound.people,
          { answers: { q1: { text: 'none', standing: 'non-substantive' } }, agreed: { q1: 'a' } },
        ],
      },
    ],
    [
      'theme without codings: idle',
      { ...sound, themes: { ...sound.themes, idle: { questions: ['q1'], codes: ['none'] } } },
    ],
    [
      'theme rests on few participants: A',
      {
        ...sound,
        people: [
          { times: 12, agreed },
          { times: 40, agreed: { q1: '', q2: 'x', q3: 'p' } },
        ],
      },
    ],
    [
      'prevalence depresses alpha: a',
      {
        people: [
          { times: 90, coded: { anna: { q1: '' }, ben: { q1: '' } } },
          { times: 4, coded: { anna: { q1: 'a' }, ben: { q1: '' } } },
          { times: 3, coded: { anna: { q1: 'a' }, ben: { q1: 'a' } } },
        ],
      },
    ],
    [
      'interval too wide: a',
      {
        people: [
          { times: 5, coded: { anna: { q1: 'a' }, ben: { q1: 'a' } } },
          { times: 3, coded: { anna: { q1: 'a' }, ben: { q1: '' } } },
          { times: 5, coded: { anna: { q1: '' }, ben: { q1: '' } } },
        ],
      },
    ],
    [
      'most pairs withheld',
      {
        ...sound,
        people: [
          { times: 20, agreed },
          { times: 8, agreed: { q1: 'a', q2: '' } },
          { times: 20, agreed: { q1: '', q2: '' } },
        ],
        threshold: 11,
      },
    ],
  ] as [string, StudySketch][])('%s', (expected, sketch) => {
    expect(warned(sketch)).toContain(expected);
  });

  it('do not call a code about the standing of answers misplaced or unused', () => {
    const found = warned({
      ...sound,
      people: [
        ...sound.people,
        { answers: { q1: { text: 'none', standing: 'non-substantive' } }, agreed: { q1: 'NS01' } },
      ],
      standingCodes: ['NS01'],
    });
    expect(found).toEqual([]);
  });
});
