import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeId } from '../../study/ids.ts';
import { codePointLength, sliceCodePoints } from '../../text/code-points.ts';
import { type Proposal, readReply, verify } from './model-reply.ts';

const LH06 = CodeId.parse('LH06');
const codes = new Map([['LH06', LH06]]);

function verifyIn(answer: string, ...proposals: Partial<Proposal>[]) {
  const whole = proposals.map((one) => ({ code: 'LH06', quote: answer, occurrence: 1, ...one }));
  return verify(whole, { answer, sent: answer, codes });
}

const completion = (content: string) => JSON.stringify({ choices: [{ message: { content } }] });

describe('a reply', () => {
  it('is read where it has the form that was asked for', () => {
    const content =
      '{"codings": [{"code": "LH06", "quote": "약", "occurrence": 2}, {"code": "X", "quote": ""}]}';
    expect(readReply(completion(content))).toEqual([
      { code: 'LH06', quote: '약', occurrence: 2 },
      { code: 'X', quote: '', occurrence: 1 },
    ]);
    expect(readReply(completion('{"codings": []}'))).toEqual([]);
  });

  it.each([
    ['no JSON', '<html>busy</html>'],
    ['no completion', '{"error": "busy"}'],
    ['no choice', '{"choices": []}'],
    ['content that is no JSON', completion('The answer is about {LH06}')],
    ['content that was cut off', completion('{"codings": [{"code": "LH06", "quo')],
    ['content of another form', completion('[{"code": "LH06"}]')],
    [
      'an occurrence before the first',
      completion('{"codings": [{"code": "A", "quote": "a", "occurrence": 0}]}'),
    ],
    [
      'more codings than any answer has',
      completion(JSON.stringify({ codings: Array(201).fill({ code: 'A', quote: 'a' }) })),
    ],
  ])('is not: %s', (_, body) => {
    expect(readReply(body)).toBeNull();
  });
});

describe('a suggestion', () => {
  it('is kept where its quote stands, in code points', () => {
    expect(verifyIn('👩‍⚕️ 약을 끊어도', { quote: '약을' }).kept).toEqual([
      { code: LH06, span: { start: 5, end: 7, quote: '약을' } },
    ]);
  });

  it('means the occurrence that it names, overlapping ones counted', () => {
    const starts = [1, 2, 3, 4].map(
      (occurrence) => verifyIn('아아아아 약', { quote: '아아', occurrence }).kept[0]?.span.start,
    );
    expect(starts).toEqual([0, 1, 2, undefined]);
  });

  it('may be spelled in conjoining letters', () => {
    const quote = '약을'.normalize('NFD');
    expect(verifyIn('그 약을', { quote }).kept[0]?.span).toEqual({ start: 2, end: 4, quote: '약을' });
  });

  it.each([
    ['a quote that is not there', { quote: '약을 줄여도' }],
    ['a quote with other spacing', { quote: '약을  끊어도' }],
    ['a quote in another case', { quote: 'gpt' }],
    ['a quote of nothing', { quote: '' }],
    ['half of a character', { quote: '\ud83d' }],
    ['a code that is not in the codebook', { quote: '약을', code: 'LH99' }],
    ['a code that every object has', { quote: '약을', code: 'constructor' }],
  ])('is thrown away and counted: %s', (_, proposal) => {
    expect(verifyIn('GPT가 약을 끊어도 된다고 😀', proposal)).toEqual({ kept: [], discarded: 1 });
  });

  it('cannot quote what was covered, neither as it was nor as it was sent', () => {
    const [answer, sent] = ['홍길동 원장이 약을', '○○○ 원장이 약을'];
    const proposals = ['홍길동', '○○○', '○ 원장', '원장'].map((quote) => ({
      code: 'LH06',
      quote,
      occurrence: 1,
    }));
    const { kept, discarded } = verify(proposals, { answer, sent, codes });
    expect(kept.map(({ span }) => span)).toEqual([{ start: 4, end: 6, quote: '원장' }]);
    expect(discarded).toBe(3);
  });

  it('said twice is kept once', () => {
    expect(verifyIn('약을', { quote: '약' }, { quote: '약' })).toMatchObject({ kept: [{}], discarded: 0 });
  });

  it('is a true quotation of the answer whatever the model says', () => {
    const text = fc.string({
      unit: fc.constantFrom('가', '나', 'a', ' ', '\n', '😀', '\u0301', '○'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.record({ quote: text, occurrence: fc.integer({ min: 1, max: 4 }) })),
        (raw, quotes) => {
          const answer = raw.normalize('NFC');
          const { kept, discarded } = verifyIn(answer, ...quotes);
          expect(discarded).toBeLessThanOrEqual(quotes.length);
          for (const { span } of kept) {
            expect(sliceCodePoints(answer, span.start, span.end)).toBe(span.quote);
            expect(span.end - span.start).toBe(codePointLength(span.quote));
          }
        },
      ),
    );
  });

  it('is found where it was cut from', () => {
    const text = fc.string({ unit: fc.constantFrom('가', 'a', ' ', '😀'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (answer, from, to) => {
        const length = codePointLength(answer);
        const [start, end] = [Math.min(from % length, to % length), Math.max(from % length, to % length) + 1];
        const quote = sliceCodePoints(answer, start, end);
        const earlier = Array.from({ length: start }, (_, at) =>
          sliceCodePoints(answer, at, at + end - start),
        );
        const occurrence = 1 + earlier.filter((words) => words === quote).length;
        expect(verifyIn(answer, { quote, occurrence }).kept).toEqual([
          { code: LH06, span: { start, end, quote } },
        ]);
      }),
    );
  });
});
