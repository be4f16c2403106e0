#!/usr/bin/env node
// The command as it is installed: runs what `npm run build` (part of `npm ci`) has made.
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(built)) {
  console.error('firsthand: not built yet; run `npm run build` in the folder of the repository');
  process.exit(1);
}
await import(built.href);
