import { describe, expect, it } from 'vitest';
import { fullStudy } from '../testing.ts';
import { countedText, magnification, riverOf } from './inclusion-flow-river.ts';

const { snapshot, analysis } = fullStudy();
const withheld = { state: 'withheld' } as const;

describe('the inclusion flow as a river', () => {
  it('has a stage for each step and names who left before it', () => {
    const river = riverOf(snapshot, analysis, 'en');
    expect(river.stages.map(({ name, wide }) => [name, wide])).toEqual([
      ['invited', 200],
      ['responded', 52],
      ['included', 39],
    ]);
    expect(river.stages[2]?.losses.map(({ name, wide }) => [name, wide])).toEqual([
      ['withdrew', 6],
      ['no interpretable answer', 7],
    ]);
  });

  it('leaves out losses of nobody, and the invited where they were not recorded', () => {
    const flow = { ...analysis.flow, invited: null, withdrawn: { state: 'shown' as const, value: 0 } };
    const river = riverOf(snapshot, { ...analysis, flow }, 'en');
    expect(river.stages.map(({ name }) => name)).toEqual(['responded', 'included']);
    expect(river.stages[1]?.losses.map(({ name }) => name)).toEqual(['no interpretable answer']);
  });

  it('draws a withheld stage as wide as its neighbour', () => {
    const flow = { ...analysis.flow, responded: withheld, withdrawn: withheld };
    const river = riverOf(snapshot, { ...analysis, flow }, 'en');
    expect(river.stages[1]?.wide).toBe(river.stages[2]?.wide);
    expect(river.stages[1]?.losses).toMatchObject([{ name: 'did not respond', count: withheld }]);
  });

  it('is drawn larger only where few of many responded', () => {
    const river = riverOf(snapshot, analysis, 'en');
    expect(magnification(river)).toBe(3);
    expect(magnification({ ...river, stages: river.stages.slice(1) })).toBe(1);
  });

  it('puts counts into words', () => {
    const loss = { name: 'withdrew', count: { state: 'shown', value: 1200 } } as const;
    expect(countedText(loss, 'en')).toBe('1,200 withdrew');
    expect(countedText({ name: '동의 철회', count: loss.count }, 'ko')).toBe('동의 철회 1,200명');
    expect(countedText({ ...loss, count: withheld }, 'en')).toBe('withdrew: withheld');
  });
});
