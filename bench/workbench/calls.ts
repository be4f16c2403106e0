/** Calls of the server as one person, as a browser makes them. */
import type { ZodType } from 'zod';
import type { Person } from './database.ts';

export interface Calls {
  get<Model>(path: string, model: ZodType<Model>): Promise<Model>;
  post<Model>(path: string, body: unknown, model: ZodType<Model>): Promise<Model>;
  put<Model>(path: string, body: unknown, model: ZodType<Model>): Promise<Model>;
  text(path: string): Promise<string>;
  /** What happens in the study, until `signal` ends it; `heard` is called for every piece that comes. */
  listen(heard: () => void, signal: AbortSignal): Promise<void>;
}

/** @throws in every call where the server refuses or fails */
export function callsOf(url: string, study: string, { cookie }: Person): Calls {
  const headers = { cookie: `${cookie.name}=${cookie.value}` };
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${url}/api/studies/${study}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path.split('?')[0]}: ${response.status} ${await response.text()}`);
    return response;
  };
  const parsed = async <Model>(response: Promise<Response>, model: ZodType<Model>): Promise<Model> => {
    const text = await (await response).text();
    return model.parse(text === '' ? undefined : JSON.parse(text));
  };
  return {
    get: (path, model) => parsed(call(path), model),
    post: (path, body, model) => parsed(call(path, { method: 'POST', body: JSON.stringify(body) }), model),
    put: (path, body, model) => parsed(call(path, { method: 'PUT', body: JSON.stringify(body) }), model),
    text: async (path) => (await call(path)).text(),
    async listen(heard, signal) {
      const { body } = await call('/live', { signal });
      if (body === null) throw new Error('expected a stream');
      try {
        for await (const _ of body) heard();
      } catch (error) {
        if (!signal.aborted) throw new Error('the stream of events ended early', { cause: error });
      }
    },
  };
}
