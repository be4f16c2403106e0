import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../../study/ids.ts';
import { render } from '../markup.ts';
import type { EvidenceItem } from '../model.ts';
import { fullStudy } from '../testing.ts';
import { reportContext } from './context.ts';
import { answersByQuestion } from './evidence-answers.ts';

const { snapshot, analysis } = fullStudy();
const context = reportContext(snapshot, analysis, 'en');

const answer = (text: string | null, ...spans: Array<[number, number]>): EvidenceItem => ({
  answer: null,
  question: 'q1' as QuestionId, // a literal of the test
  language: 'en',
  text,
  codings: spans.map(([start, end]) => ({ code: null, polarity: null, span: { start, end } })),
});
const shown = (...items: EvidenceItem[]): string => render(answersByQuestion(context, items, []));

describe('answers behind a number', () => {
  it('mark what was coded, by code points', () => {
    expect(shown(answer('👨‍👩‍👧 세 식구가 GPT와', [6, 10]))).toContain(
      '<p>👨‍👩‍👧 <mark>세 식구</mark>가 GPT와</p>',
    );
  });

  it('mark spans that overlap or touch once', () => {
    expect(shown(answer('abcdefgh', [4, 6], [0, 3], [2, 4], [1, 2]))).toContain(
      '<mark>abc</mark><mark>d</mark><mark>ef</mark>gh',
    );
  });

  it('leave out who agreed to be counted only', () => {
    expect(shown(answer(null), answer('said'))).toBe('<ol><li><p>said</p></li></ol>');
  });

  it('tell answers that look alike apart by nothing, and give each group as many as it has', () => {
    const [one, two] = [answer('동의'), answer('동의')];
    const groups = [
      { className: 'g1', items: [one] },
      { className: 'g2', items: [two] },
    ];
    const html = render(answersByQuestion(context, [one, two], groups));
    expect(html.match(/g1/g)).toHaveLength(1);
    expect(html.match(/g2/g)).toHaveLength(1);
  });
});
