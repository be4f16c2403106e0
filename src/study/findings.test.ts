import { describe, expect, it } from 'vitest';
import { studyFindings } from './findings.ts';
import { codingIdOf, type StudySketch, studyOf } from './testing.ts';

function findings(sketch: StudySketch): Record<string, readonly string[]> {
  return Object.fromEntries(studyFindings(studyOf(sketch)).map(({ code, about }) => [code, about]));
}

const coded = { agreed: { q1: 'fear' }, coded: { a: { q1: 'fear' }, b: { q1: 'fear' } } };
const complete: StudySketch = {
  people: [{ times: 3, ...coded, attributes: { role: 'resident' } }, { answers: { q2: 'two', q3: 'three' } }],
  themes: {
    dread: {
      questions: ['q1'],
      codes: ['fear'],
      claims: [{ text: 'Fear.', codings: [codingIdOf('P001', 'q1', 'fear')] }],
    },
  },
  priorities: { care: ['fear'] },
};

describe('findings on a study', () => {
  it('says little about a complete study', () => {
    // The sketch writes codes in English only, for a study in two languages.
    expect(findings(complete)).toEqual({ 'code without words in a language': ['fear'] });
  });

  it('names the theme that rests on one participant, whatever withdrawn people said', () => {
    const found = findings({ ...complete, people: [coded, { ...coded, withdrawn: '2026-01-20' }] });
    expect(found['theme rests on one participant']).toEqual(['dread']);
    expect(found['participants withdrawn']).toEqual([]);
  });

  it('names the theme with nobody behind it', () => {
    const found = findings({ ...complete, themes: { hope: { questions: ['q2'], codes: ['fear'] } } });
    expect(found['theme without codings']).toEqual(['hope']);
  });

  it('names a theme with a claim for which no words may be shown', () => {
    const people = [{ ...coded, consent: 'analysis' as const }, ...complete.people];
    expect(findings({ ...complete, people })['claim cannot be quoted']).toEqual(['dread']);
  });

  it('says that nobody may be quoted', () => {
    expect(findings({ people: [{ ...coded, consent: 'analysis' }] })).toHaveProperty('nobody may be quoted');
  });

  it('counts an undecided standing by question and codings on what is set aside', () => {
    const found = findings({
      people: [{ answers: { q1: { text: '네', standing: 'undecided' } }, agreed: { q1: 'fear' } }],
    });
    expect(found['undecided standing']).toEqual(['q1']);
    expect(found).toHaveProperty('codings on answers set aside');
  });

  it('lets a code about standing lie on an answer that is set aside', () => {
    const found = findings({
      people: [{ answers: { q1: { text: '없음', standing: 'non-substantive' } }, agreed: { q1: 'none' } }],
      standingCodes: ['none'],
    });
    expect(found).not.toHaveProperty('codings on answers set aside');
  });

  it('says what a bare export lacks', () => {
    const found = findings({
      people: [{ answers: { q1: 'One answer' } }],
      questions: { q1: 'experience' },
      assignments: false,
    });
    expect(Object.keys(found)).toEqual([
      'no attributes',
      'no codebook',
      'nothing coded',
      'no themes',
      'no priorities',
      'no priority question',
    ]);
  });
});
