/** Epistemic network analysis against rENA (reference/ena-conversation.json). */
import { describe, expect, it } from 'vitest';
import reference from '../../reference/ena-conversation.json';
import { expectClose } from '../common/expect-close.ts';
import { connectionsByConversation, epistemicNetwork } from './epistemic-network.ts';

const { units, connection_counts, line_weights, points, variance } = reference;
const pairs: Array<readonly [number, number]> = [];
for (let second = 1; second < 6; second++)
  for (let first = 0; first < second; first++) pairs.push([first, second]);

describe('epistemic network analysis', () => {
  const network = epistemicNetwork({ units, pairs, counts: connection_counts.flat() });

  it('has the line weights of rENA to 1e-12', () => {
    line_weights.flat().forEach((weight, at) => {
      expectClose(network.lineWeights[at], weight, 1e-12);
    });
  });

  it('has the points of rENA but for the sign of an axis, to 1e-9 of the largest', () => {
    for (const k of [0, 1]) {
      const largest = points.reduce(
        (best, row, u) => (Math.abs(row[k]) > Math.abs(points[best][k]) ? u : best),
        0,
      );
      const sign = Math.sign(network.points[2 * largest + k] * points[largest][k]);
      points.forEach((row, u) => {
        const error = Math.abs(sign * network.points[2 * u + k] - row[k]);
        expect(error).toBeLessThan(1e-9 * Math.abs(points[largest][k]));
      });
    }
  });

  it('has the variance of rENA to 1e-9; seven dimensions are empty', () => {
    variance.slice(0, 8).forEach((share, k) => {
      expectClose(network.variance[k], share, 1e-9);
    });
    network.variance.slice(8).forEach((share) => {
      expect(share).toBeLessThan(1e-15);
    });
  });

  it('lists the pairs in the order of rENA', () => {
    const names = reference.pairs.map((pair) => pair.split(' & '));
    const themes = ['Data', ...names.filter(([first]) => first === 'Data').map(([, second]) => second)];
    const { pairs: listed } = connectionsByConversation({
      units: [],
      conversations: [],
      codes: [],
      themes: 6,
    });
    expect(listed.map(([first, second]) => [themes[first], themes[second]])).toEqual(names);
  });

  it('joins the themes of a unit within a conversation, over its lines, once each', () => {
    const lines = [
      { unit: 'ana', conversation: 1, codes: [1, 0, 0] },
      { unit: 'ana', conversation: 1, codes: [0, 1, 0] },
      { unit: 'ana', conversation: 1, codes: [1, 1, 0] },
      { unit: 'bo', conversation: 1, codes: [0, 0, 1] },
      { unit: 'ana', conversation: 2, codes: [0, 0, 1] },
      { unit: 'bo', conversation: 2, codes: [1, 1, 1] },
      { unit: 'ana', conversation: 3, codes: [1, 1, 0] },
    ];
    const { counts, units: names } = connectionsByConversation({
      units: lines.map((line) => line.unit),
      conversations: lines.map((line) => line.conversation),
      codes: lines.flatMap((line) => line.codes),
      themes: 3,
    });
    expect(names).toEqual(['ana', 'bo']);
    expect([...counts]).toEqual([2, 0, 0, 1, 1, 1]);
  });

  it('leaves a unit without connections at weights of 0 and says so', () => {
    const silent = epistemicNetwork({ units: ['a', 'b'], pairs: [[0, 1]], counts: [0, 3] });
    expect([...silent.lineWeights]).toEqual([0, 1]);
    expect(silent.warnings[0].code).toBe('no-connections');
    const alike = epistemicNetwork({ units: ['a', 'b'], pairs: [[0, 1]], counts: [2, 3] });
    expect([...alike.variance]).toEqual([0]);
  });

  it('refuses sizes that disagree and codes that are neither 0 nor 1', () => {
    const lines = { units: ['a'], conversations: [1], codes: [1, 0], themes: 2 };
    expect(() => connectionsByConversation({ ...lines, conversations: [] })).toThrow(
      'conversations: got 0 lines',
    );
    expect(() => connectionsByConversation({ ...lines, codes: [1, 3] })).toThrow('codes[1]: got 3');
    expect(() => epistemicNetwork({ units: ['a'], pairs: [[0, 1]], counts: [-1] })).toThrow(
      'counts[0]: got -1',
    );
  });
});
