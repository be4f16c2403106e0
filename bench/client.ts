/** How much script the first page of a study loads, compressed: the entry, and everything it needs to show. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join(import.meta.dirname, '../dist/web');
/** What `index.html` starts, what that loads at once, and the page that stands at a study's address. */
const FIRST_PAGE = ['index.html', 'app.tsx', 'overview/overview-page.tsx'];

interface Chunk {
  file: string;
  imports?: string[];
}

export default async function benchClient(): Promise<object> {
  const manifest = readManifest();
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the manifest; run \`npm run build\``);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  FIRST_PAGE.forEach(visit);
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(BUILT, file))).length);
  return { first_page_js_kb: kilobytes(bytes), files: files.size };
}

function readManifest(): Record<string, Chunk> {
  const file = join(BUILT, '.vite/manifest.json');
  if (!existsSync(file)) throw new Error(`${file} is missing; run \`npm run build\``);
  // Written by the build of this very version.
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>;
}

function kilobytes(bytes: number[]): number {
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10;
}
