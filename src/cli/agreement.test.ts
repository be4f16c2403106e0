import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementCommand } from './agreement.ts';
import { say } from './testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-agreement-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function agreement(table: string, ...options: string[]) {
  const file = join(folder, 'ratings.csv');
  await writeFile(file, table);
  return say([agreementCommand], ['agreement', file, ...options]);
}

async function estimate(table: string, ...options: string[]) {
  return JSON.parse((await agreement(table, ...options, '--json')).out);
}

// Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): four observers, twelve units, gaps.
const KRIPPENDORFF = `A,B,C,D
1,1,,1
2,2,3,2
3,3,3,3
3,3,3,3
2,2,2,2
1,2,3,4
4,4,4,4
1,1,2,1
2,2,2,2
,5,5,5
,,1,1
,,3,
`;

describe('firsthand agreement', () => {
  it.each([
    ['nominal', 0.743421],
    ['ordinal', 0.815388],
    ['interval', 0.849107],
    ['ratio', 0.797403],
  ])('gives the printed alpha at the %s level', async (level, alpha) => {
    const result = await estimate(KRIPPENDORFF, '--statistic', 'alpha', '--level', level);
    expect(result.estimate).toBeCloseTo(alpha, 5);
    expect(result).toMatchObject({ interval: null, n: 11, warnings: [{ code: 'units-left-out' }] });
  });

  it('bootstraps alpha alike under one seed and otherwise under another', async () => {
    const drawn = (seed: string) => estimate(KRIPPENDORFF, '--bootstrap', '200', '--seed', seed);
    const [first, again, other] = [await drawn('1'), await drawn('1'), await drawn('2')];
    expect(first.interval.lower).toBeLessThan(0.743421);
    expect(first).toEqual(again);
    expect(first.interval).not.toEqual(other.interval);
  });

  it.each([
    ['ac1', 0.77544],
    ['percent', 0.818182],
  ])('gives the printed %s', async (statistic, value) => {
    expect((await estimate(KRIPPENDORFF, '--statistic', statistic)).estimate).toBeCloseTo(value, 4);
  });

  it('takes words for labels at the nominal level', async () => {
    const numbers = '1,1\n2,2\n1,2\n2,2\n';
    const words = numbers.replaceAll('1', '망상').replaceAll('2', 'none');
    const kappa = await estimate(`a,b\n${numbers}`, '--statistic', 'kappa');
    expect(kappa.estimate).toBe(0.5);
    expect(await estimate(`a,b\n${words}`, '--statistic', 'kappa')).toEqual(kappa);
    expect((await estimate(`a,b\n${words}`, '--statistic', 'fleiss')).estimate).toBeCloseTo(7 / 15, 12);
  });

  it('says that only alpha is bootstrapped', async () => {
    const result = await estimate('a,b\n1,1\n2,1\n2,2\n', '--statistic', 'ac1', '--bootstrap', '10');
    expect(result.warnings).toContainEqual(expect.objectContaining({ code: 'interval-not-bootstrapped' }));
  });

  it('prints a line for people', async () => {
    expect((await agreement(KRIPPENDORFF)).out).toBe("Krippendorff's alpha, nominal: 0.7434, n = 11\n");
  });

  it.each([
    ['a\n1\n', [], 'ratings.csv:1: there are fewer than two coders'],
    ['a,b\n', [], 'too few rows'],
    ['', [], 'the file is empty'],
    ['a,b\n1,x\n', ['--level', 'ordinal'], 'ratings.csv:2:B: the label is no number'],
    ['a,b\n1,-1\n', ['--level', 'ratio'], 'ratings.csv:2:B: the label is negative'],
    ['a,b\n1,1,1\n', [], 'ratings.csv:2: the row has more cells'],
    ['a,b,c\n1,1,1\n', ['--statistic', 'kappa'], 'exactly two coders'],
  ])('refuses %j with %j', async (table, options, words) => {
    const { code, err } = await agreement(table, ...options);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
