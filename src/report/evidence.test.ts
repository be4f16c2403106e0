import { describe, expect, it } from 'vitest';
import { snapshotHash } from '../study/snapshot-hash.ts';
import { codingIdOf, studyOf } from '../study/testing.ts';
import { analyse } from './analyse.ts';
import { evidenceFinder } from './evidence.ts';
import { type EvidenceRef, parseRefKey, refKey } from './trace.ts';

function finders(threshold: number) {
  const snapshot = studyOf({
    threshold,
    people: [
      {
        id: 'A',
        attributes: { role: 'resident' },
        answers: { q1: 'Call 010-1234-5678, it fed the delusion.', q3: 'Consent.' },
        agreed: { q1: 'delusion-@24-39', q3: 'consent' },
      },
      {
        id: 'B',
        consent: 'analysis',
        attributes: { role: 'resident' },
        agreed: { q1: 'delusion time', q3: 'consent' },
      },
      { id: 'C', attributes: { role: 'fellow' }, agreed: { q1: 'time' } },
      { id: 'D', withdrawn: '2026-01-09', agreed: { q1: 'delusion' } },
    ],
    themes: {
      harm: {
        questions: ['q1'],
        codes: ['delusion'],
        claims: [{ text: 'It fed a delusion.', codings: [codingIdOf('A', 'q1', 'delusion')] }],
      },
      asks: { questions: ['q3'], codes: ['consent'] },
    },
    priorities: { consent: ['consent'] },
  });
  const analysis = analyse(snapshot, {
    seed: 1,
    snapshot: snapshotHash(snapshot),
    permutations: 20,
    bootstrap: 20,
  });
  return {
    team: evidenceFinder(snapshot, analysis, 'team'),
    readers: evidenceFinder(snapshot, analysis, 'readers'),
  };
}

function ref(key: string): EvidenceRef {
  const parsed = parseRefKey(key);
  if (parsed === null) throw new Error(`${key} names nothing`);
  return parsed;
}

describe('the evidence behind a number', () => {
  const { team, readers } = finders(0);

  it.each([
    ['theme/q1/harm', ['A/q1/w1', 'B/q1/w1']],
    ['theme/q1/harm/role/resident', ['A/q1/w1', 'B/q1/w1']],
    ['theme/q1/harm/role/fellow', []],
    ['code/q1/time', ['B/q1/w1', 'C/q1/w1']],
    ['priority/consent', ['A/q3/w1', 'B/q3/w1']],
    ['pair/q1/harm/q3/asks', ['A/q1/w1', 'A/q3/w1', 'B/q1/w1', 'B/q3/w1']],
    ['goes-with/consent/q1/harm', ['A/q1/w1', 'A/q3/w1', 'B/q1/w1', 'B/q3/w1']],
    ['answers/q1', ['A/q1/w1', 'B/q1/w1', 'C/q1/w1']],
    ['claim/harm/narrative/0', ['A/q1/w1']],
  ])('of %s is the answers that it counts', (key, answers) => {
    const found = team(ref(key));
    expect(found.state === 'shown' && found.items.map(({ answer }) => answer)).toEqual(answers);
  });

  it('quotes nobody who agreed to be counted only, and masks identifiers in place', () => {
    const found = team(ref('theme/q1/harm'));
    expect(found.state === 'shown' && found.items.map(({ text }) => text)).toEqual([
      'Call ○○○○○○○○○○○○○, it fed the delusion.',
      null,
    ]);
    expect(found.state === 'shown' && found.items[0].codings).toEqual([
      { code: 'delusion', polarity: 'negative', span: { start: 24, end: 39 } },
    ]);
  });

  it('comes to readers without its writer', () => {
    const found = readers(ref('pair/q1/harm/q3/asks'));
    expect(JSON.stringify(found)).not.toMatch(/"[ABCD]\//);
    const codings = found.state === 'shown' ? found.items.flatMap((item) => item.codings) : [];
    // Of the two participants one is quoted.
    expect(codings.map(({ polarity }) => polarity)).toEqual([null, null]);
  });

  it('says to readers nothing of codes whose count is withheld, nor of answers that are not quoted', () => {
    const snapshot = studyOf({
      threshold: 3,
      people: [
        { times: 8, agreed: { q1: 'delusion' } },
        { times: 2, agreed: { q1: 'time' } },
        { times: 3, consent: 'analysis', agreed: { q1: 'delusion' } },
        { times: 5, agreed: { q1: '' } },
      ],
      themes: { harm: { questions: ['q1'], codes: ['delusion', 'time', 'other'] } },
      unused: ['other'],
    });
    const hash = snapshotHash(snapshot);
    const analysis = analyse(snapshot, { seed: 1, snapshot: hash, permutations: 9, bootstrap: 9, orders: 9 });
    const found = evidenceFinder(snapshot, analysis, 'readers')(ref('theme/q1/harm'));
    const items = found.state === 'shown' ? found.items : [];
    expect(items).toHaveLength(13);
    const codings = items.map(({ codings }) => codings.map(({ code }) => code).join());
    expect(new Set(codings)).toEqual(new Set(['delusion', '']));
    expect(items.filter(({ text }) => text === null).every((item) => item.codings.length === 0)).toBe(true);
  });

  it('is not opened where the number is withheld, nor for what the study does not have', () => {
    const strict = finders(11).team;
    for (const key of [
      'theme/q1/harm',
      'code/q1/time',
      'priority/consent',
      'pair/q1/harm/q3/asks',
      'answers/q1',
    ]) {
      expect(strict(ref(key))).toEqual({ state: 'withheld' });
    }
    for (const key of [
      'theme/q9/harm',
      'code/q1/none',
      'priority/none',
      'claim/harm/narrative/7',
      'theme/q1/harm/role/none',
    ]) {
      expect(team(ref(key))).toEqual({ state: 'withheld' });
    }
  });
});

describe('the key of a reference', () => {
  it.each([
    'answers/q1',
    'theme/q1/T',
    'theme/q1/T/role/resident',
    'theme/q1/T/role/',
    'code/q1/C',
    'pair/q1/T/q2/U',
    'priority/P',
    'priority/P/language/ko',
    'goes-with/P/q1/T',
    'claim/T/negativeCases/2',
    'theme/q1/%EB%A7%9D%EC%83%81',
  ])('%s leads back to it', (key) => {
    expect(refKey(ref(key))).toBe(key);
  });

  it.each([
    '',
    'nothing/x',
    'theme',
    'claim/T/other/0',
    'claim/T/narrative/x',
    'answers/q1/more',
    '%E0%A4%A',
  ])('%j names nothing', (key) => {
    expect(parseRefKey(key)).toBeNull();
  });
});
