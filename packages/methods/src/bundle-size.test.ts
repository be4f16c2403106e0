import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as methods from './index.ts';

const MOST_BYTES = 8 * 1024;

/** Compressed sizes of bundles of which each imports one name from the package and nothing else. */
async function sizesOf(names: readonly string[]): Promise<Map<string, number>> {
  // In one build, which reads each source once for all bundles.
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, `one:${name}`])),
    outdir: 'bundles',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    plugins: [importOfOne],
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path, '.js'), gzipSync(contents).length]));
}

const importOfOne: Plugin = {
  name: 'import of one',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^one:/ }, ({ path }) => ({ path: path.slice('one:'.length), namespace: 'one' }));
    onLoad({ filter: /.*/, namespace: 'one' }, ({ path }) => ({
      contents: `export { ${path} } from './index.ts';`,
      resolveDir: import.meta.dirname,
    }));
  },
};

describe('importing one function', () => {
  it('brings in less than 8 KB compressed, whichever it is', async () => {
    const sizes = await sizesOf(Object.keys(methods));
    expect(sizes.size).toBeGreaterThan(100);
    expect([...sizes].filter(([, bytes]) => bytes >= MOST_BYTES)).toEqual([]);
  });
});

describe('the package', () => {
  it('depends on nothing', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'),
    );
    expect({ ...dependencies, ...peerDependencies }).toEqual({});
  });
});
