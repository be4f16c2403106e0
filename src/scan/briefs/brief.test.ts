import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from '../../text/code-points.ts';
import type { Appraisal } from '../appraisal/model.ts';
import { scoreOf } from '../appraisal/score.ts';
import { mergedDocument } from '../documents/merge.ts';
import { defaultCriteria } from '../screening/default-lists.ts';
import { imaginaryRecord } from '../testing/records.ts';
import { type Briefed, briefOf } from './brief.ts';
import { sentencesOf } from './sentences.ts';

const abstract =
  'BACKGROUND: Chatbots, e.g. GPT-4, spread 🚀 fast. METHODS: We asked 412 residents. RESULTS: Of these, 61.5% had met one. Most (n = 250) were uneasy vs. none before. CONCLUSIONS: Training is due. More work follows.';
const record = imaginaryRecord('r', {
  title: 'Residents meet chatbots.',
  abstract,
  authors: ['Kim, M.', 'Okafor, I.'],
  journal: 'J Clin Inform',
  volume: '12',
  doi: '10.5555/jci.12',
});
const document = mergedDocument('R1', '2026-03-01T00:00:00.000Z', [
  { source: 'europepmc', key: 'MED:1', record },
]);
const levels = { field: 3, change: 2, weight: 1 } as const;
const appraisal: Appraisal = {
  record: 'R1',
  version: 1,
  content: {
    kind: 'survey',
    setting: '',
    population: '전공의',
    channels: ['CH1'],
    lenses: [],
    codes: [],
    criteriaVersion: 0,
    levels,
    rationale: 'It asks whom we ask.',
    watch: 'A second wave in 2027.',
  },
  score: scoreOf(levels, defaultCriteria),
  by: 'ann',
  recordedAt: '2026-03-05T00:00:00.000Z',
  firstAt: '2026-03-05T00:00:00.000Z',
};
const given: Briefed = {
  document,
  appraisal,
  criteria: defaultCriteria,
  frame: {
    id: 'f',
    label: { en: 'f' },
    domains: [{ id: 'CH1', kind: 'channel', label: { ko: '챗봇', en: 'Chatbots' } }],
  },
  codebook: { version: 1, codes: [] },
};

describe('sentences of an abstract', () => {
  it('end where prose ends them, under the heading of their section', () => {
    expect(sentencesOf(abstract).map(({ section, text }) => [section, text])).toEqual([
      ['background', 'Chatbots, e.g. GPT-4, spread 🚀 fast.'],
      ['methods', 'We asked 412 residents.'],
      ['results', 'Of these, 61.5% had met one.'],
      ['results', 'Most (n = 250) were uneasy vs. none before.'],
      ['conclusions', 'Training is due.'],
      ['conclusions', 'More work follows.'],
    ]);
    expect(sentencesOf('배경: 챗봇이 늘었다. 결과: 절반이 만났다.').map(({ text }) => text)).toEqual([
      '챗봇이 늘었다.',
      '절반이 만났다.',
    ]);
    const review =
      'Evidence Synthesis: Nine trials were found. Conclusions and Relevance: Harm is rarely told.';
    expect(sentencesOf(review).map(({ section }) => section)).toEqual([
      'evidence synthesis',
      'conclusions and relevance',
    ]);
  });

  it('stand where they say, in code points', () => {
    for (const { text, start, end } of sentencesOf(abstract))
      expect(sliceCodePoints(abstract, start, end)).toBe(text);
  });
});

describe('a brief', () => {
  const brief = briefOf(given, 'en');
  const part = (name: string) =>
    brief.parts.find((one) => one.part === name)?.sentences.map(({ text }) => text);

  it('tells what happened and the key points in the own words of the record', () => {
    expect(part('happened')).toEqual(['Residents meet chatbots.', 'Training is due.']);
    expect(part('points')).toEqual([
      'Of these, 61.5% had met one.',
      'Most (n = 250) were uneasy vs. none before.',
    ]);
  });

  it('tells the kind of evidence with what it can carry, the context, and the score with its rationale', () => {
    expect(part('evidence')?.[0]).toMatch(/^A survey: it counts/);
    expect(part('context')).toEqual(['Setting: unknown', 'Population: 전공의', 'Channels: Chatbots']);
    expect(part('score')?.[0]).toMatch(
      /^Relevance 66.7 of 100 \(Bearing on the field 3\/3: is about the field; /,
    );
    expect(part('score')?.[1]).toBe('It asks whom we ask.');
    expect(part('watch')).toEqual(['A second wave in 2027.']);
  });

  it('names its sources', () => {
    expect(part('sources')).toEqual([
      'Kim, M.; Okafor, I. 2025. Residents meet chatbots. J Clin Inform, 12.',
      'Address: https://doi.org/10.5555/jci.12',
      'Found in: europepmc',
    ]);
  });

  it.each(['ko', 'en'] as const)(
    'in %s holds no sentence without the field that it comes from',
    (language) => {
      const fields: Record<string, string> = {
        title: document.title ?? '',
        abstract,
        'appraisal.rationale': appraisal.content.rationale,
        'appraisal.watch': appraisal.content.watch,
      };
      const sentences = briefOf(given, language).parts.flatMap((one) => one.sentences);
      expect(sentences.length).toBeGreaterThan(8);
      for (const { text, from } of sentences) {
        expect(from.length).toBeGreaterThan(0);
        for (const { field, start, end } of from) {
          if (start === undefined || end === undefined) continue;
          expect(sliceCodePoints(fields[field] ?? '', start, end)).toBe(text);
        }
      }
    },
  );

  it('leaves out what nobody said, and says what is not known', () => {
    const bare = mergedDocument('R2', '2026-03-01T00:00:00.000Z', [
      { source: 'feed', key: '1', record: imaginaryRecord('x', { title: null, year: null }) },
    ]);
    const content = { ...appraisal.content, kind: 'unknown' as const, watch: '', levels: {} };
    const unscored = { ...appraisal, content, score: scoreOf({}, defaultCriteria) };
    const { parts, title, score } = briefOf({ ...given, document: bare, appraisal: unscored }, 'ko');
    expect(parts.map((one) => one.part)).toEqual(['evidence', 'context', 'score', 'sources']);
    expect({ title, score }).toEqual({ title: '제목 없음', score: null });
    expect(parts[2]?.sentences[0]?.text).toContain('남은 기준: 분야와의 관련성');
  });
});
