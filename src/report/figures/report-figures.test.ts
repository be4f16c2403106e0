import { describe, expect, it } from 'vitest';
import { studyOf } from '../../study/testing.ts';
import { render } from '../markup.ts';
import { analysed, bareSketches, fullStudy, hostileStudy, hostileWords } from '../testing.ts';
import { refKey } from '../trace.ts';
import { agreementFigures } from './agreement.ts';
import { alignmentHeatMap } from './alignment-heat-map.ts';
import { alluvialFigure } from './alluvial.ts';
import type { FigureOptions } from './figure.ts';
import { inclusionFlowFigure } from './inclusion-flow.ts';
import { prevalenceFigure, prevalencePages } from './prevalence.ts';
import { prioritiesFigure } from './priorities.ts';
import { reportFigures } from './report-figures.ts';
import { saturationFigure } from './saturation.ts';

const options: FigureOptions = {
  language: 'en',
  width: 720,
  id: 'f',
  link: (ref) => `#evidence-${refKey(ref)}`,
};
const { snapshot, analysis } = fullStudy();

describe('the figures of a report', () => {
  it('are one file each, for the data that there are', () => {
    const names = reportFigures(snapshot, analysis, 'ko').map(([name]) => name);
    expect(names).toEqual([
      'flow.ko.svg',
      'prevalence.ko.svg',
      'agreement.ko.svg',
      'saturation.ko.svg',
      'alluvial.ko.svg',
      'alignment-q1-q2.ko.svg',
      'alignment-q1-q3.ko.svg',
      'alignment-q2-q3.ko.svg',
      'priorities.ko.svg',
    ]);
    const bare = analysed(studyOf(bareSketches['nothing coded']!));
    expect(reportFigures(bare.snapshot, bare.analysis, 'en').map(([name]) => name)).toEqual(['flow.en.svg']);
  });

  it('stand alone: namespace, title, description, style, and the mark of a synthetic study', () => {
    for (const [, svg] of reportFigures(snapshot, analysis, 'en')) {
      expect(svg).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
      );
      expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc><style>/);
      expect(svg).toContain('Synthetic study: no real person answered.');
      expect(svg).not.toContain('var(--');
      expect(svg).not.toContain('<a ');
    }
  });

  it('are the same bytes for the same analysis', () => {
    expect(reportFigures(snapshot, analysis, 'en')).toEqual(
      reportFigures(snapshot, fullStudy().analysis, 'en'),
    );
  });

  it('place every mark at a number', () => {
    const bare = Object.values(bareSketches).map((sketch) => analysed(studyOf(sketch)));
    for (const study of [{ snapshot, analysis }, ...bare])
      for (const [name, svg] of reportFigures(study.snapshot, study.analysis, 'en'))
        expect(svg, name).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('let no words out of their place', () => {
    const hostile = hostileStudy();
    for (const [, svg] of reportFigures(hostile.snapshot, hostile.analysis, 'en')) {
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain(hostileWords);
    }
  });
});

describe('the inclusion flow', () => {
  it('prints every count and names every loss', () => {
    const svg = render(inclusionFlowFigure(snapshot, analysis, options).svg).replace(/(<[^>]+>)+/g, ' ');
    for (const words of ['200', '148 did not respond', '6 withdrew', '7 no interpretable answer'])
      expect(svg).toContain(words);
  });

  it('says where it is drawn larger', () => {
    const svg = (width: number) => render(inclusionFlowFigure(snapshot, analysis, { ...options, width }).svg);
    expect(svg(720).replace(/<[^>]+>/g, ' ')).toMatch(/drawn 3 times\s+wider from here/);
    expect(svg(350)).toContain('drawn 3 times wider from here');
  });

  it('leads to the answers of each question', () => {
    const svg = render(inclusionFlowFigure(snapshot, analysis, options).svg);
    for (const question of ['q1', 'q2', 'q3']) expect(svg).toContain(`href="#evidence-answers/${question}"`);
  });
});

describe('prevalence', () => {
  const svg = render(prevalenceFigure(snapshot, analysis, options)?.svg ?? null);

  it('draws a dot with its interval and prints count, denominator, share and interval', () => {
    expect(svg).toMatch(/<title>danger: 16\/39 · 41% \(27–57\)<\/title>/);
    expect(svg).toContain('href="#evidence-theme/q1/danger"');
  });

  it('draws no dot where the share is withheld', () => {
    const row = /<g><title>seldom: withheld<\/title>.*?<\/g>/.exec(svg)?.[0] ?? '';
    expect(row).toContain('class="hatch"');
    expect(row).not.toContain('<circle');
    expect(row).not.toContain('<a ');
  });

  it('keeps as many questions together as fit on a page', () => {
    expect(prevalencePages(snapshot, analysis)).toEqual([['q1', 'q2', 'q3']]);
  });
});

describe('agreement', () => {
  it('begins with the code that coders agree on least', () => {
    if (analysis.agreement.state !== 'measured') throw new Error('two coders worked on this study');
    const [draw] = agreementFigures(snapshot, analysis.agreement);
    const titles = [...render(draw?.(options).svg ?? null).matchAll(/<title>(\w+): α (\S+)/g)];
    const alphas = titles.map(([, , alpha]) => Number(alpha));
    expect(alphas.length).toBeGreaterThan(1);
    expect(alphas).toEqual(alphas.toSorted((a, b) => a - b));
  });
});

describe('alignment', () => {
  it('draws threads for pairs that survive the test, and no others', () => {
    const svg = render(alluvialFigure(snapshot, analysis, options)?.svg ?? null);
    expect(svg.match(/class="thread"/g)).toHaveLength(1);
    expect(svg).toContain('href="#evidence-pair/q1/danger/q3/escalate"');
    expect(svg).toContain('exploratory');
  });

  it('hatches what is withheld', () => {
    const [entry] = analysis.alignment.questions;
    if (entry === undefined) throw new Error('the study has three questions');
    const svg = render(alignmentHeatMap(snapshot, entry, options)?.svg ?? null);
    const withheld = entry.pairs.filter(({ state }) => state === 'withheld').length;
    expect(withheld).toBeGreaterThan(0);
    expect(svg.match(/: withheld<\/title>/g)).toHaveLength(withheld);
  });
});

describe('saturation and priorities', () => {
  it('have no figure where there is nothing to draw', () => {
    const bare = analysed(studyOf(bareSketches['nothing coded']!));
    expect(saturationFigure(bare.snapshot, bare.analysis, options)).toBeNull();
    expect(prioritiesFigure(bare.snapshot, bare.analysis, options)).toBeNull();
  });

  it('rank priorities in their names', () => {
    const svg = render(prioritiesFigure(snapshot, analysis, options)?.svg ?? null);
    expect(svg.indexOf('1. escalation')).toBeLessThan(svg.indexOf('2. guidance'));
  });
});
