/**
 * A server on this machine that answers as a source would, well or badly: a test says what it gives, request by request.
 * Real HTTP, so that what breaks a connection breaks it here too.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one request is given. */
export type Given =
  | { status?: number; type?: string; headers?: Record<string, string>; body: string | Uint8Array }
  /** A head that promises all of the body, and a connection that ends before. */
  | { cutAfter: number; body: string }
  /** No answer: the connection is closed. */
  | 'hang up';

export interface SourceServer {
  address: string;
  /** Every address that was asked for, in order. */
  asked: URL[];
  /** How the requests are answered from now on. */
  answer(give: (url: URL, count: number) => Given): void;
  close(): Promise<void>;
}

export async function startSourceServer(): Promise<SourceServer> {
  let give: (url: URL, count: number) => Given = () => ({ status: 404, body: '' });
  const asked: URL[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://source.example');
    asked.push(url);
    send(response, give(url, asked.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address that is no string.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    answer(next) {
      give = next;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, given: Given): void {
  if (given === 'hang up') {
    response.destroy();
    return;
  }
  if ('cutAfter' in given) {
    response.writeHead(200, { 'content-length': Buffer.byteLength(given.body) });
    response.write(given.body.slice(0, given.cutAfter), () => response.destroy());
    return;
  }
  response.writeHead(given.status ?? 200, {
    'content-type': given.type ?? 'application/json',
    ...given.headers,
  });
  response.end(given.body);
}
