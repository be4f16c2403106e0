import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../study/testing.ts';
import { analysed, bareSketches, fullStudy, hostileStudy } from '../testing.ts';
import { reportTables } from './report-tables.ts';

type Row = Record<string, string>;

const { snapshot, analysis } = fullStudy();
const tables = new Map(reportTables(snapshot, analysis));
// csv-parse types its rows as unknown; with `columns` each is a record of strings.
const rowsOf = (csv = ''): Row[] => parse(csv, { columns: true }) as Row[];
const read = (name: string): Row[] => rowsOf(tables.get(name));

describe('the tables of a report', () => {
  it('are as many cells wide as their headers, whatever the study', () => {
    const studies = [
      fullStudy(),
      hostileStudy(),
      ...Object.values(bareSketches).map((sketch) => analysed(studyOf(sketch))),
    ];
    for (const study of studies)
      for (const [name, csv] of reportTables(study.snapshot, study.analysis))
        expect(() => parse(csv), name).not.toThrow();
  });

  it('say in each row that the study is synthetic', () => {
    for (const [name] of tables) for (const row of read(name)) expect(row.synthetic, name).toBe('yes');
  });

  it('give prevalence with denominator and interval', () => {
    const row = read('prevalence.csv').find(({ theme, attribute }) => theme === 'danger' && attribute === '');
    expect(row).toMatchObject({ count: '16', of: '39', share: '0.410256', level: '0.95' });
  });

  it('say withheld in every cell that would tell the number', () => {
    const row = read('prevalence.csv').find(({ theme, attribute }) => theme === 'seldom' && attribute === '');
    expect([row?.count, row?.of, row?.share, row?.lower, row?.upper]).toEqual(Array(5).fill('withheld'));
  });

  it('call every row of the alignment exploratory', () => {
    const rows = read('alignment.csv');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ exploratory }) => exploratory))).toEqual(new Set(['yes']));
  });

  it('follow the flow', () => {
    const stages = read('flow.csv').map(({ question, stage, count }) => [question, stage, count]);
    expect(stages.slice(0, 5)).toEqual([
      ['', 'invited', '200'],
      ['', 'responded', '52'],
      ['', 'withdrawn', '6'],
      ['', 'no interpretable answer', '7'],
      ['', 'included', '39'],
    ]);
  });

  it('hold the statistics of all codes, of each code and of each pair', () => {
    const rows = read('agreement.csv');
    expect(rows.find(({ code, question, coder_1 }) => !code && !question && !coder_1)?.answers).toBe('90');
    expect(rows.filter(({ coder_1 }) => coder_1 === 'ann').every(({ coder_2 }) => coder_2 === 'ben')).toBe(
      true,
    );
  });
});
