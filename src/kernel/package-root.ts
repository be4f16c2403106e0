/** Where the program's own files are (the browser's files, the sample study), built or run from its sources. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the program's package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isOurs(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('package.json of firsthand not found above the program; expected it there');
    folder = above;
  }
  return folder;
}

function isOurs(file: string): boolean {
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'firsthand';
}
