import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../study/testing.ts';
import { type Analysed, analysed, bareSketches, fullStudy, hostileStudy, hostileWords } from '../testing.ts';
import { reportHtml } from './report-html.ts';

const page = ({ snapshot, analysis }: Analysed, language: 'ko' | 'en' = 'en'): string =>
  reportHtml(snapshot, analysis, language, 'firsthand 0');

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found = '']) => found);
const section = (html: string, id: string): string =>
  html.split(`<section id="${id}"`)[1]?.split('</section>')[0] ?? '';

const full = page(fullStudy());
const studies: Array<[string, string]> = [
  ['full', full],
  ['hostile', page(hostileStudy())],
  ...Object.entries(bareSketches).map(([name, sketch]): [string, string] => [
    name,
    page(analysed(studyOf(sketch))),
  ]),
];

describe('the report', () => {
  it.each(studies)('has every anchor that it links to, once: %s', (_, html) => {
    const ids = all(html, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = all(html, /<a [^>]*href="([^"]+)"/g);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  it.each(studies)('loads nothing, sends nothing and runs nothing: %s', (_, html) => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|form)\b/);
    expect(html).not.toMatch(/ (src|srcset|style|on\w+)="/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('names its one style sheet in its policy by hash', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(full)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(full).toContain(`style-src 'sha256-${hash}'`);
    expect(full).toContain("default-src 'none'");
  });

  it('shows hostile words as words', () => {
    const html = page(hostileStudy());
    expect(html).toContain('&lt;script&gt;alert("1")&lt;/script&gt;');
    expect(html).not.toContain(hostileWords);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('is the same bytes for the same study', () => {
    expect(page(fullStudy())).toBe(full);
  });

  it('speaks Korean and English alike', () => {
    const korean = page(fullStudy(), 'ko');
    expect(korean).toContain('<html lang="ko">');
    expect(all(korean, /<section id="(\w+)"/g)).toEqual(all(full, /<section id="(\w+)"/g));
    expect(all(korean, /href="(#evidence[^"]*)"/g)).toEqual(all(full, /href="(#evidence[^"]*)"/g));
    expect(section(korean, 'summary')).toContain('39명 중 16명(41%, 27–57)');
  });

  it('says on its first page who answered, what comes up and what should come first', () => {
    const summary = section(full, 'summary').replace(/<[^>]+>/g, '');
    expect(summary).toContain('200 people were invited');
    expect(summary).toMatch(/danger: 16 of 39 \(41%, \d+–\d+\)/);
    expect(summary).toMatch(/escalation is a priority: 22 of 39 \(56%, \d+–\d+\)/);
    expect(summary).toContain('Exploratory');
  });

  it('leads from a number to the answers behind it', () => {
    const drawer = section(full, 'evidence-theme/q1/danger');
    expect(drawer.match(/<li/g)).toHaveLength(16);
    expect(drawer).toContain('<mark>P001</mark> says this to q1.');
  });

  it('quotes nobody who agreed to be counted only, and says that they are counted', () => {
    const drawer = section(full, 'evidence-priority/escalation');
    expect(drawer.match(/<li/g)).toHaveLength(16);
    expect(drawer).toContain(
      'The others are from participants who agreed to be counted and not to be quoted.',
    );
  });

  it('never prints a withheld number', () => {
    const { analysis } = fullStudy();
    const seldom = analysis.synthesis.prevalence.find(({ theme }) => theme === 'seldom');
    expect(seldom?.share).toEqual({ state: 'withheld' });
    expect(full).not.toMatch(/\b3 (of|\/) 39\b|\b3\/39\b/);
    expect(full).toContain('withheld');
  });

  it('says nothing of those who withdrew', () => {
    for (const id of ['P047', 'P048', 'P052']) expect(full).not.toContain(id);
  });

  it('marks a synthetic study on the page and on every printed one', () => {
    expect(full).toContain('Synthetic study: no real person answered.');
    expect(full).toMatch(/@top-left\{content:"Synthetic data/);
  });

  it('labels every figure and table of the alignment as exploratory', () => {
    const alignment = section(full, 'alignment');
    for (const caption of alignment.match(/<(figcaption|caption)[\s\S]*?<\/\1>/g) ?? [])
      expect(caption).toContain('Exploratory');
  });

  it('tells how to make it again', () => {
    const again = section(full, 'again');
    expect(again).toContain(fullStudy().analysis.snapshot);
    expect(again).toContain('--seed 1');
  });
});
