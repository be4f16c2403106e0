/** Names the program in what it makes, so that a reader can find the version that made it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../kernel/package-root.ts';

/** `firsthand 0.1.0`. */
export function software(): string {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return `${name} ${version}`;
}
