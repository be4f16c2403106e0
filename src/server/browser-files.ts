/** Serves the built browser client; any address that is not a file is a page of the client. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

export function browserFiles(folder: string): MiddlewareHandler {
  return async (context) => {
    const file = inside(folder, context.req.path);
    const found = file !== null && extname(file) !== '' ? await read(file) : null;
    if (found !== null && file !== null) {
      // Built names carry a hash of their content, so what was fetched once stays right.
      const lasting = context.req.path.startsWith('/assets/');
      return context.body(found, 200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    }
    if (context.req.path.startsWith('/assets/')) return context.text('not found', 404);
    const page = await read(join(folder, 'index.html'));
    if (page === null) return context.text('The browser client is not built: run `npm run build`.', 503);
    return context.body(page, 200, { 'content-type': types['.html'], 'cache-control': 'no-cache' });
  };
}

/** The file that the path names, or null where the path would leave the folder. */
function inside(folder: string, path: string): string | null {
  const file = normalize(join(folder, decode(path)));
  return file.startsWith(folder + sep) ? file : null;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
