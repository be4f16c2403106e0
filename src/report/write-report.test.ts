import { describe, expect, it } from 'vitest';
import { fullStudy } from './testing.ts';
import { writeReport } from './write-report.ts';

const { snapshot, analysis } = fullStudy();

describe('a report as files', () => {
  it('is a page for each language, the one asked for first', () => {
    const files = writeReport(snapshot, analysis, 'en', 'firsthand 0');
    expect([...files.keys()].filter((path) => path.endsWith('.html'))).toEqual([
      'report.html',
      'report.ko.html',
    ]);
    expect(files.get('report.html')).toContain('<html lang="en">');
    expect(files.get('report.ko.html')).toContain('<html lang="ko">');
  });

  it('has tables and figures in folders of their own', () => {
    const folders = [...writeReport(snapshot, analysis, 'ko', 'firsthand 0').keys()].map(
      (path) => path.split('/')[0],
    );
    expect(new Set(folders)).toEqual(new Set(['report.html', 'report.en.html', 'tables', 'figures']));
  });

  it('is the same for the same study', () => {
    const again = fullStudy();
    expect(writeReport(again.snapshot, again.analysis, 'ko', 'firsthand 0')).toEqual(
      writeReport(snapshot, analysis, 'ko', 'firsthand 0'),
    );
  });
});
