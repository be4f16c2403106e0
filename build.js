// Builds everything that runs: the command and server (one bundle each, dependencies left in node_modules), the
// browser's files, and the methods package. Run by `npm ci` through `prepare`, so that a clone works at once.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';

const started = performance.now();
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'agree/agreement-worker': 'src/agree/agreement-worker.ts',
    'report/analyse-worker': 'src/report/analyse-worker.ts',
    'scan/screening/prepare-worker': 'src/scan/screening/prepare-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true, // keeps lazily imported parts out of the command's start
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  alias: { '@firsthand/methods': './packages/methods/src/index.ts' },
  sourcemap: true,
  logLevel: 'warning',
});
await buildWeb({ root: 'web', logLevel: 'warn' });
console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
