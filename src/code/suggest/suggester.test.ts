import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeId, ParticipantId, QuestionId } from '../../study/ids.ts';
import { studyOf } from '../../study/testing.ts';
import { calibrate } from './calibration.ts';
import { createSuggester } from './suggester.ts';
import { suggestionQuality } from './suggestion-quality.ts';

// Brands do not matter in a test's literals.
const passage = (id: string, code: string, text: string, coder: string | null = null) => ({
  id,
  origin: 'decision' as const,
  code: code as CodeId,
  text,
  question: 'q1' as QuestionId,
  participant: `of ${id}` as ParticipantId,
  coder,
});
const q1 = 'q1' as QuestionId;
const team = { coder: null };

describe('a suggester', () => {
  it('knows a decision as soon as it is made, and forgets it as soon as it is taken back', () => {
    const suggester = createSuggester();
    suggester.learn(passage('1', 'SELF', '환자가 자해를 물었다'));
    suggester.learn(passage('2', 'DELUSION', '망상이 심해져서 왔다'));
    const first = () => suggester.suggest('망상 때문에 내원', q1, team)[0]?.code;
    expect(first()).toBe('DELUSION');
    suggester.forget('2');
    expect(first()).not.toBe('DELUSION');
    expect(suggester.size).toBe(1);
  });

  it('hears every clause of a long answer', () => {
    const suggester = createSuggester();
    suggester.learn(passage('1', 'SELF', '자해를 시도했다'));
    suggester.learn(passage('2', 'DELUSION', '망상이 심해졌다'));
    suggester.learn(passage('3', 'RECORD', '의무기록 작성이 편하다'));
    const found = suggester.suggest('외래에서 자해를 시도한 환자. 그리고 의무기록 작성에 쓴다.', q1, team);
    const two = found.slice(0, 2).map(({ code }) => code as string);
    expect(two.toSorted()).toEqual(['RECORD', 'SELF']);
  });

  it('teaches a coder by the team and by themselves, not by another coder', () => {
    const suggester = createSuggester();
    suggester.learn(passage('1', 'MINE', '망상이 심해졌다', 'kim'));
    suggester.learn(passage('2', 'THEIRS', '망상이 심해졌다', 'lee'));
    suggester.learn(passage('3', 'AGREED', '망상이 심해졌다'));
    const found = suggester.suggest('망상이 심해졌다', q1, { coder: 'kim' });
    expect(found.map(({ code }) => code)).toEqual(['AGREED', 'MINE']);
  });

  it('gives scores between 0 and 1 to whatever it is asked', () => {
    const suggester = createSuggester();
    suggester.learn(passage('1', 'A', '망상'));
    suggester.learn(passage('2', 'B', ''));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { score } of suggester.suggest(text, q1, team)) {
          expect(score > 0 && score <= 1).toBe(true);
        }
      }),
    );
  });
});

describe('confidence', () => {
  it('never falls as the score rises, and is the share that was right', () => {
    const outcome = fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 30, maxLength: 200 }), (outcomes) => {
        const confidence = calibrate(outcomes);
        const scores = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(confidence);
        expect(scores.every((one, at) => one >= (scores[at - 1] ?? 0) && one >= 0 && one <= 1)).toBe(true);
      }),
    );
    const often = Array.from({ length: 1000 }, (_, at) => ({ score: 0.5, right: at % 4 === 0 }));
    expect(calibrate(often)(0.5)).toBeCloseTo(0.25, 2);
  });
});

describe('the quality of suggestions', () => {
  it('is perfect where answers repeat themselves, and beats counting where they do not', () => {
    const texts = {
      SELF: '자해를 시도했다고 함',
      DELUSION: '망상이 심해졌다',
      RECORD: '의무기록 작성에 쓴다',
      CRISIS: '응급 연계가 필요하다',
      CONSENT: '동의를 받아야 한다',
    };
    const people = Object.entries(texts).map(([code, text]) => ({
      times: 8,
      answers: { q1: text },
      agreed: { q1: code },
    }));
    const quality = suggestionQuality(studyOf({ people }), { folds: 4, seed: 1 });
    expect(quality).toMatchObject({ answers: 40, codes: 5, suggestions: { top3Recall: 1 } });
    expect(quality.suggestions.macroF1).toBeGreaterThan(0.95);
    expect(quality.nearestNeighbour.macroF1).toBe(1);
    expect(quality.mostFrequent.macroF1).toBeLessThan(0.4);
  });
});
