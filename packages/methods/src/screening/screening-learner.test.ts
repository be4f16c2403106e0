import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, randomBelow, seededRandom } from '../common/random.ts';
import { explainScore } from './explain-score.ts';
import { prepareScreening } from './prepare-screening.ts';
import { createScreeningLearner, rankUnread, refit, scoreRecords } from './screening-learner.ts';
import { characterRuns, placedWords, textFeatures } from './text-features.ts';

const TOPICS = {
  english: {
    relevant: ['radiology', 'triage', 'detection', 'algorithm', 'deployed', 'hospital', 'alert'],
    other: ['soil', 'maize', 'yield', 'nitrogen', 'harvest', 'irrigation', 'pasture'],
    common: ['study', 'results', 'methods', 'years', 'effect', 'data', 'compared', 'observed'],
  },
  korean: {
    relevant: ['영상의학', '판독', '보조', '인공지능', '도입', '병원', '경보'],
    other: ['토양', '옥수수', '수확량', '질소', '관개', '목초지', '비료'],
    common: ['연구', '결과', '방법', '효과', '자료', '비교', '관찰', '분석'],
  },
};
const PARTICLES = ['', '은', '을', '에서', '의'];

interface Corpus {
  texts: string[];
  relevant: boolean[];
}

/** 120 texts of which every tenth is relevant: 6 words of its topic among 10 that all share; every second has signs. */
function corpus(language: keyof typeof TOPICS, seed = 1): Corpus {
  const random = seededRandom(seed);
  const { relevant, other, common } = TOPICS[language];
  const isRelevant = Array.from({ length: 120 }, (_, i) => i % 10 === 3);
  const inflect = (word: string): string => word + (language === 'korean' ? pick(PARTICLES, random) : '');
  return {
    relevant: isRelevant,
    texts: isRelevant.map((is, i) =>
      [...picks(is ? relevant : other, 6, random), ...picks(common, 10, random)]
        .map(inflect)
        .concat(i % 2 === 0 ? [] : ['(±', '5%)'])
        .join(' '),
    ),
  };
}

describe.each(['english', 'korean'] as const)('the learner on records in %s', (language) => {
  const { texts, relevant } = corpus(language);
  const features = prepareScreening(texts);
  const decide = (record: number) => ({ record, relevant: relevant[record] });

  it('ranks the relevant ones first after one decision of each kind', () => {
    const learner = createScreeningLearner(features);
    refit(learner, [decide(3), decide(0)]);
    expect(Array.from(rankUnread(learner).subarray(0, 11), (record) => relevant[record])).not.toContain(
      false,
    );
  });

  it('names the words of the topic as those that speak for a record', () => {
    const learner = createScreeningLearner(features);
    refit(learner, [3, 13, 0, 1, 2].map(decide));
    const strongest = explainScore(learner, texts[23]).words[0];
    expect(strongest.weight).toBeGreaterThan(0);
    expect(TOPICS[language].relevant.some((word) => strongest.word.startsWith(word))).toBe(true);
  });

  it('explains a score to the last part', () => {
    const learner = createScreeningLearner(features);
    refit(learner, [3, 0, 5].map(decide));
    const scores = scoreRecords(learner);
    for (const record of [7, 23, 50]) {
      const { words, rest } = explainScore(learner, texts[record]);
      expect(words.reduce((sum, { weight }) => sum + weight, rest)).toBeCloseTo(scores[record], 4);
    }
  });
});

describe('the learner', () => {
  const { texts, relevant } = corpus('english');
  const features = prepareScreening(texts);
  const decisions = fc.array(fc.record({ record: fc.nat(119), relevant: fc.boolean() }), { maxLength: 30 });

  it('gives every record 0 before the first decision, and the order of the records', () => {
    const learner = createScreeningLearner(features);
    expect(new Set(scoreRecords(learner))).toEqual(new Set([0]));
    expect(Array.from(rankUnread(learner).subarray(0, 3))).toEqual([0, 1, 2]);
  });

  it('gives the same scores again for the same seed and the same decisions', () => {
    const run = (): Float32Array => {
      const learner = createScreeningLearner(prepareScreening(texts, { seed: 4 }));
      for (const record of [3, 0, 9, 13]) refit(learner, [{ record, relevant: relevant[record] }]);
      return scoreRecords(learner);
    };
    expect(run()).toEqual(run());
  });

  it('ranks what is unread, each once, by falling score', () => {
    fc.assert(
      fc.property(decisions, (made) => {
        const learner = createScreeningLearner(features);
        refit(learner, made);
        const read = new Set(made.map(({ record }) => record));
        const ranking = Array.from(rankUnread(learner));
        expect([...ranking].sort((a, b) => a - b)).toEqual(texts.flatMap((_, i) => (read.has(i) ? [] : [i])));
        const scores = scoreRecords(learner);
        for (let i = 1; i < ranking.length; i++) {
          expect(scores[ranking[i]]).toBeLessThanOrEqual(scores[ranking[i - 1]]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('forgets a decision that was taken back, and knows the last of two on one record', () => {
    fc.assert(
      fc.property(decisions, fc.nat(119), (made, record) => {
        const others = made.filter((decision) => decision.record !== record);
        const straight = createScreeningLearner(features);
        refit(straight, [...others, { record, relevant: true }]);
        const changed = createScreeningLearner(features);
        refit(changed, [...others, { record, relevant: false }]);
        refit(changed, [{ record, relevant: null }]);
        refit(changed, [{ record, relevant: true }]);
        const [a, b] = [scoreRecords(straight), scoreRecords(changed)];
        for (let i = 0; i < a.length; i++) expect(b[i]).toBeCloseTo(a[i], 4);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a record outside the set', () => {
    const learner = createScreeningLearner(features);
    expect(() => refit(learner, [{ record: 120, relevant: true }])).toThrow(
      'record: got 120; expected 0 to 119',
    );
  });

  it('takes empty, single and repeated texts', () => {
    for (const few of [
      [],
      ['one record'],
      ['', ''],
      ['same words here', 'same words here', 'same words here'],
    ]) {
      const learner = createScreeningLearner(prepareScreening(few));
      if (few.length > 0) refit(learner, [{ record: 0, relevant: true }]);
      expect(rankUnread(learner).length).toBe(Math.max(0, few.length - 1));
      expect(scoreRecords(learner).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the features of a text', () => {
  it('are the same for composed and decomposed Korean, in any case', () => {
    expect(textFeatures('AI 판독 보조'.normalize('NFD'))).toEqual(textFeatures('ai 판독 보조'));
  });

  it('let a Korean word and the same with a particle have runs in common', () => {
    expect(characterRuns('판독')).toEqual([' 판', '판독', '독 ']);
    expect(characterRuns('판독을')).toEqual([' 판', '판독', '독을', '을 ']);
  });

  it('keep the hyphens and marks of what stands between spaces in its runs', () => {
    expect(textFeatures('brain-CT, 판독').run).toContain('n-c');
    expect(textFeatures('brain-CT, 판독').word).toEqual(new Set(['brain', 'ct', '판독']));
  });

  it('place words where they stand', () => {
    const text = 'A CT of 뇌, twice.';
    expect(placedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'CT',
      'of',
      '뇌',
      'twice',
    ]);
  });
});

function pick<T>(items: readonly T[], random: Random): T {
  return items[randomBelow(random, items.length)];
}

function picks<T>(items: readonly T[], count: number, random: Random): T[] {
  return Array.from({ length: count }, () => pick(items, random));
}
