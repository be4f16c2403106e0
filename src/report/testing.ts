/** Small studies with their analyses, for tests of what is drawn and written. */

import type { StudySnapshot } from '../study/snapshot.ts';
import { snapshotHash } from '../study/snapshot-hash.ts';
import { type StudySketch, studyOf } from '../study/testing.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './model.ts';

export interface Analysed {
  snapshot: StudySnapshot;
  analysis: Analysis;
}

export function analysed(snapshot: StudySnapshot): Analysed {
  const quick = { seed: 1, permutations: 199, bootstrap: 50, orders: 20 };
  return { snapshot, analysis: analyse(snapshot, { ...quick, snapshot: snapshotHash(snapshot) }) };
}

const twice = (codes: Record<string, string>) => ({ ann: codes, ben: codes });

/** Three questions, two coders, groups, a withdrawal, a pair of themes that goes together, and a rare code. */
export const fullSketch: StudySketch = {
  threshold: 5,
  invited: 200,
  breakdowns: ['role'],
  people: [
    {
      times: 16,
      attributes: { role: 'resident' },
      agreed: { q1: 'crisis-@0-4', q2: 'limits', q3: 'pathway' },
      coded: twice({ q1: 'crisis', q2: 'limits', q3: 'pathway' }),
    },
    {
      times: 14,
      language: 'ko',
      attributes: { role: 'professor' },
      agreed: { q1: 'notes+', q2: 'speed', q3: 'guide' },
      coded: {
        ann: { q1: 'notes', q2: 'speed', q3: 'guide' },
        ben: { q1: 'notes', q2: 'limits', q3: 'guide' },
      },
    },
    {
      times: 6,
      consent: 'analysis',
      attributes: { role: 'resident' },
      agreed: { q1: 'notes', q3: 'pathway' },
    },
    { times: 3, agreed: { q1: 'rare', q2: 'limits', q3: 'guide' } },
    { times: 7, answers: { q1: { text: 'none', standing: 'non-substantive' } } },
    { times: 6, withdrawn: '2026-01-20', agreed: { q1: 'crisis' } },
  ],
  themes: {
    danger: {
      questions: ['q1'],
      codes: ['crisis'],
      claims: [{ text: 'They met crises.', codings: ['P001.q1.crisis.agreed'] }],
    },
    paperwork: { questions: ['q1'], codes: ['notes'] },
    seldom: { questions: ['q1'], codes: ['rare'] },
    doubts: { questions: ['q2'], codes: ['limits'] },
    ease: { questions: ['q2'], codes: ['speed'] },
    escalate: { questions: ['q3'], codes: ['pathway'] },
  },
  priorities: { escalation: ['pathway'], guidance: ['guide'] },
};

export const fullStudy = (): Analysed => analysed(studyOf(fullSketch));

/** Studies from which something that a report usually shows is missing. */
export const bareSketches: Record<string, StudySketch> = {
  'nothing coded': { people: [{ times: 5, answers: { q1: 'hello', q2: 'again' } }] },
  'one question': {
    questions: { only: 'experience' },
    people: [
      { times: 15, agreed: { only: 'fear' } },
      { times: 5, agreed: { only: 'cost' } },
    ],
    themes: { worry: { questions: ['only'], codes: ['fear'] } },
  },
  'no themes': { people: [{ times: 15, agreed: { q1: 'fear', q2: 'doubt', q3: 'guide' } }] },
  'no priorities': {
    people: [{ times: 15, agreed: { q1: 'fear', q2: 'doubt' } }],
    themes: { worry: { questions: ['q1'], codes: ['fear'] } },
  },
  'nobody left': { people: [{ withdrawn: '2026-01-10', agreed: { q1: 'fear' } }] },
};

export const hostileWords = `<script>alert("1")</script> ' & " ]]> \u202eabc`;

/** Every word that somebody else writes, in study and answers, tries to get out of its place. */
export function hostileStudy(): Analysed {
  const snapshot = studyOf({
    people: [
      {
        times: 15,
        answers: { q1: hostileWords, q3: hostileWords },
        attributes: { role: hostileWords },
        agreed: { q1: 'fear@0-7', q3: 'guide' },
      },
      { times: 12, agreed: { q1: 'cost', q3: '' } },
    ],
    themes: { worry: { questions: ['q1'], codes: ['fear'] } },
    priorities: { guidance: ['guide'] },
  });
  const label = { en: hostileWords };
  const { study } = snapshot;
  study.title = { en: `</style></title>${hostileWords}` };
  study.limits = [label];
  study.consent = label;
  for (const named of [...study.questions, ...study.attributes, ...snapshot.themes, ...snapshot.priorities])
    named.label = label;
  for (const code of snapshot.codebook.codes) Object.assign(code, { label, definition: label });
  return analysed(snapshot);
}
