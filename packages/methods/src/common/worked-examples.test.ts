/** Runs the worked example of every docstring in the families below, so that none of them can go stale. */
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(
  [
    '../association/*.ts',
    '../consensus/*.ts',
    '../incidents/*.ts',
    '../emergence/*.ts',
    './{digamma,gauss-legendre,mean-absorption-time,minimise}.ts',
    '!**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);
const modules = import.meta.glob<Record<string, unknown>>(
  [
    '../association/*.ts',
    '../consensus/*.ts',
    '../incidents/*.ts',
    '../emergence/*.ts',
    './{digamma,gauss-legendre,mean-absorption-time,minimise}.ts',
    '!**/*.test.ts',
  ],
  { eager: true },
);
const faces = import.meta.glob<Record<string, unknown>>(
  ['../association/index.ts', '../consensus/index.ts', '../incidents/index.ts', '../emergence/index.ts'],
  {
    eager: true,
  },
);

interface Example {
  code: string;
  expected: string;
}

/** The lines `code // value` after each @example, up to the next tag or the end of the comment. */
function examplesIn(source: string): Example[] {
  return [...source.matchAll(/@example([\s\S]*?)(?=\* @|\*\/)/g)].flatMap(([, block]) =>
    block
      .split('\n')
      .map((line) => line.replace(/^\s*\*\s?/, '').trim())
      .filter((line) => line.includes(' // '))
      .map((line) => {
        const at = line.lastIndexOf(' // ');
        return { code: line.slice(0, at), expected: line.slice(at + 4) };
      }),
  );
}

/** Equal, numbers to the decimals that `written` shows and never closer than 1e-12 of their size. */
function expectAsWritten(got: unknown, want: unknown, written: string): void {
  if (Array.isArray(want)) {
    expect(got).toHaveLength(want.length);
    want.forEach((value, i) => {
      expectAsWritten((got as unknown[])[i], value, JSON.stringify(value));
    });
    return;
  }
  if (typeof want !== 'number') {
    expect(got).toEqual(want);
    return;
  }
  const decimals = /\.(\d+)/.exec(written)?.[1].length ?? 0;
  const tolerance = Math.max(0.5 * 10 ** -decimals, 1e-12 * Math.abs(want)) * (1 + 1e-9);
  expect(Math.abs((got as number) - want), `got ${got}, want ${written}`).toBeLessThanOrEqual(
    decimals === 0 ? 1e-12 * Math.max(1, Math.abs(want)) : tolerance,
  );
}

describe('worked examples', () => {
  for (const [path, source] of Object.entries(sources)) {
    for (const { code, expected } of examplesIn(source)) {
      it(`${path}: ${code}`, () => {
        const scope = modules[path];
        // The examples are code in comments: evaluating them is the point.
        const got = new Function(...Object.keys(scope), `return (${code})`)(...Object.values(scope));
        expectAsWritten(got, JSON.parse(expected), expected);
      });
    }
  }

  it('exist for every exported function', () => {
    const code = Object.values(sources)
      .flatMap((source) => examplesIn(source).map((example) => example.code))
      .join('\n');
    const functions = Object.values(faces).flatMap((face) => Object.keys(face));
    expect(functions.length).toBeGreaterThan(30);
    expect(functions.filter((name) => !code.includes(`${name}(`))).toEqual([]);
  });
});
