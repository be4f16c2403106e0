/** Asking the server and reading what it says: the one place where the client meets HTTP. */
import { z } from 'zod';
import { Localised } from '../../src/study/localised.ts';
import { tellSessionOver } from './session.ts';

const RefusalBody = z.object({
  error: z.string(),
  code: z.string().optional(),
  message: Localised.optional(),
  current: z.unknown().optional(),
});

/** What the server refused; 401 means that nobody is signed in. */
export class Refusal extends Error {
  readonly status: number;
  /** Stable name of the reason, where the server gave one. */
  readonly code: string | undefined;
  /** What is wrong and what to do, in both languages. */
  readonly told: Localised;
  /** What stands there now, where another was faster. */
  readonly current: unknown;

  constructor(status: number, { error, code, message, current }: z.infer<typeof RefusalBody>) {
    super(error);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.told = message ?? { ko: error, en: error };
    this.current = current;
  }
}

/** Where everything of a study stands. */
export const studyAddress = (study: string) => `/api/studies/${encodeURIComponent(study)}`;

/** @throws Refusal; TypeError where there is no connection */
export async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await request(path);
  return schema.parse(await response.json());
}

/** For what an account left in this browser: refused as a session that is over where another is signed in by now. */
export interface As {
  account: string;
}

/** Sends JSON and reads the reply. @throws as `get` */
export async function send<T>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  as?: As,
): Promise<T> {
  const response = await sendJson(method, path, body, as);
  return schema.parse(await response.json());
}

/** Sends JSON where nothing comes back that matters. @throws as `get` */
export async function tell(method: 'POST' | 'PUT', path: string, body?: unknown, as?: As): Promise<void> {
  await sendJson(method, path, body, as);
}

/** Sends a file as it is. @throws as `get` */
export async function sendFile<T>(path: string, file: File, schema: z.ZodType<T>): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return schema.parse(await response.json());
}

function sendJson(method: string, path: string, body: unknown, as: As | undefined): Promise<Response> {
  return request(path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(as === undefined ? {} : { 'x-firsthand-account': as.account }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function request(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...options });
  if (response.ok) return response;
  const told = RefusalBody.safeParse(await response.json().catch(() => null));
  const refusal = new Refusal(response.status, told.success ? told.data : { error: response.statusText });
  if (refusal.code === 'session over') tellSessionOver(true);
  throw refusal;
}
