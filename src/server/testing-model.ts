/** A language model for tests: a real HTTP server that answers as it is told and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

export interface AskedOfModel {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface PlayedModel {
  /** As an administrator would configure it. */
  url: string;
  asked: AskedOfModel[];
  /** What it does next; the last one for good. */
  plays(...replies: ((response: ServerResponse) => void)[]): void;
  stop(): Promise<void>;
}

export async function playModel(): Promise<PlayedModel> {
  const asked: AskedOfModel[] = [];
  let replies: ((response: ServerResponse) => void)[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply === undefined) response.writeHead(500).end();
    else reply(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    plays: (...next) => {
      asked.length = 0;
      replies = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A completion with this content, as a model's server sends it. */
export function says(content: unknown): (response: ServerResponse) => void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: text } }] }));
}

/** A completion that proposes these codes on these words. */
export function proposes(...codings: [code: string, quote: string, occurrence?: number][]) {
  return says({ codings: codings.map(([code, quote, occurrence = 1]) => ({ code, quote, occurrence })) });
}
