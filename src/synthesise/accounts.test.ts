import { describe, expect, it } from 'vitest';
import { withholdShares } from '../protect/suppress-shares.ts';
import { lookUp } from '../study/lookup.ts';
import { codingIdOf, type StudySketch, studyOf } from '../study/testing.ts';
import { themeAccounts } from './accounts.ts';
import { countShares, groupsOf } from './count-shares.ts';
import { codingsThatCount } from './layer.ts';
import { createQuoter } from './quotes.ts';

function accounts(sketch: StudySketch) {
  const lookup = lookUp(studyOf(sketch));
  const layer = codingsThatCount(lookup);
  const { threshold } = lookup.snapshot.study;
  const byQuestion = new Map(
    countShares(lookup, layer, groupsOf(lookup)).map((counts) => [
      counts.question,
      { counts, withheld: withholdShares(counts.shares, threshold) },
    ]),
  );
  return themeAccounts({ lookup, layer, byQuestion, quoter: createQuoter(lookup, threshold), threshold });
}

const worry = { questions: ['q1'], codes: ['fear', 'cost'] };
const claim = (...codings: string[]) => ({ text: 'They worry.', codings });
const cites = (participant: string, question = 'q1', code = 'fear') =>
  codingIdOf(participant, question, code);

describe('what is quoted of a theme', () => {
  it('is nothing of those who did not agree to it, who withdrew, or whose answer is not interpretable', () => {
    const [account] = accounts({
      people: [
        { id: 'A', agreed: { q1: 'fear' } },
        { id: 'B', consent: 'analysis', agreed: { q1: 'fear' } },
        { id: 'C', withdrawn: '2026-01-09', agreed: { q1: 'fear' } },
        { id: 'D', answers: { q1: { text: 'none', standing: 'non-substantive' } }, agreed: { q1: 'fear' } },
      ],
      themes: { worry: { ...worry, claims: [claim(cites('A'), cites('B'), cites('C'), cites('D'))] } },
    });
    expect(account?.quotes.map(({ answer }) => answer)).toEqual(['A/q1/w1']);
    expect(account?.narrative[0]?.quotes.map(({ answer }) => answer)).toEqual(['A/q1/w1']);
    // Two of the four codings stand on answers that count.
    expect(account?.narrative[0]?.codings).toEqual({ state: 'shown', value: 2 });
  });

  it('is the coded words, with identifiers masked even where the span cuts one', () => {
    const [account] = accounts({
      people: [{ id: 'A', answers: { q1: 'Call 010-1234-5678 in fear.' }, agreed: { q1: 'fear@9-26' } }],
      themes: { worry },
    });
    expect(account?.quotes.map(({ text }) => text)).toEqual(['○○○○○○○○○ in fear']);
  });

  it('is five quotes at most, of different participants, and the same ones every time', () => {
    const sketch: StudySketch = { people: [{ times: 9, agreed: { q1: 'fear cost' } }], themes: { worry } };
    const [account] = accounts(sketch);
    expect(new Set(account?.quotes.map(({ answer }) => answer)).size).toBe(5);
    expect(accounts(sketch)).toEqual([account]);
  });

  it('takes varied codes and languages, and words of middle length', () => {
    const middling = 'It made me think for a while about what I tell my patients.';
    const say = (text: string) => ({ answers: { q1: text } });
    const [account] = accounts({
      people: [
        { id: 'short', ...say('Fear.'), agreed: { q1: 'fear' } },
        { id: 'long', ...say(middling.repeat(12)), agreed: { q1: 'fear' } },
        { id: 'middle', ...say(middling), agreed: { q1: 'fear' } },
        { id: 'korean', language: 'ko', ...say(middling), agreed: { q1: 'cost' } },
      ],
      themes: { worry },
    });
    expect(account?.quotes.slice(0, 2).map(({ answer }) => answer)).toEqual(['korean/q1/w1', 'middle/q1/w1']);
  });
});

describe('what quotes could give away', () => {
  const many = { times: 20, agreed: { q1: 'fear', q2: 'limits' } };

  it('is nothing of a theme that is withheld', () => {
    const [account] = accounts({
      people: [
        { times: 3, agreed: { q1: 'fear' } },
        { times: 30, agreed: { q1: '' } },
      ],
      themes: { worry },
      threshold: 11,
    });
    expect(account?.quotes).toEqual([]);
  });

  it('is one participant at most of a withheld count, over all claims', () => {
    const [account] = accounts({
      people: [many, { id: 'A', agreed: { q1: 'cost' } }, { id: 'B', agreed: { q1: 'cost' } }],
      themes: {
        worry: { ...worry, claims: [claim(cites('A', 'q1', 'cost')), claim(cites('B', 'q1', 'cost'))] },
      },
      threshold: 11,
    });
    expect(account?.narrative.map(({ quotes }) => quotes.length)).toEqual([1, 0]);
    expect(account?.narrative.map(({ codings }) => codings.state)).toEqual(['withheld', 'withheld']);
  });

  it('is not what one participant said to two questions', () => {
    const found = accounts({
      people: [many, { times: 20, agreed: { q1: '', q2: '' } }],
      themes: { worry, bounds: { questions: ['q2'], codes: ['limits'] } },
      threshold: 11,
    });
    const [first, second] = found.map(({ quotes }) => quotes.map(({ answer }) => answer.split('/')[0]));
    expect(first).toHaveLength(5);
    expect(second).toHaveLength(5);
    expect(first?.filter((participant) => second?.includes(participant))).toEqual([]);
  });
});
