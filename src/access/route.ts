/**
 * A route as data. It states who may call it; the server refuses everybody else before the handler runs, so that no
 * handler can forget to ask.
 */
import type { z } from 'zod';
import type { Store } from '../store/database.ts';
import type { Role } from './accounts.ts';
import type { Settings } from './settings.ts';
import type { Account } from './sign-in.ts';

export interface Reply {
  status: 200 | 204 | 302 | 400 | 401 | 403 | 404 | 409 | 429 | 502 | 504;
  /** JSON unless `contentType` says otherwise. */
  body?: unknown;
  contentType?: string;
  /** In place of a body: sent as it comes, for as long as the caller listens. */
  stream?: ReadableStream<Uint8Array>;
  headers?: Record<string, string>;
  /** Each sent in a `set-cookie` header of its own. */
  cookies?: readonly string[];
}

/** What every handler is given: the database, when the request came (UTC ISO) and its parts, parsed. */
export interface Request<Params = unknown, Query = unknown, Body = unknown> {
  store: Store;
  now: string;
  /** For what takes long: the time then. */
  clock: () => string;
  settings: Settings;
  /** The address under which people reach the server, without a slash at its end. */
  publicUrl: string;
  cookie(name: string): string | undefined;
  params: Params;
  query: Query;
  body: Body;
  /** The body as it comes, where the route takes a file. */
  file: ReadableStream<Uint8Array> | null;
}

export interface SignedIn {
  account: Account;
  session: string;
}

export interface InStudy extends SignedIn {
  /** The study that the path names, found and permitted. */
  study: { studyId: string; role: Role };
}

interface Contract<Params, Query, Body> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Hono's form; `:study` is a study's name, looked up and checked by the server. */
  path: `/api/${string}`;
  summary: string;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Where the body is a file and no JSON: how many bytes it may have. */
  takesFile?: number;
  /** What a 200 carries. */
  gives?: z.ZodType;
}

/** Nobody need be signed in. */
export interface OpenRoute<Params = unknown, Query = unknown, Body = unknown>
  extends Contract<Params, Query, Body> {
  mayCall: 'anyone';
  handle(request: Request<Params, Query, Body>): Promise<Reply>;
}

export interface SignedInRoute<Params = unknown, Query = unknown, Body = unknown>
  extends Contract<Params, Query, Body> {
  mayCall: 'signed in';
  handle(request: Request<Params, Query, Body> & SignedIn): Promise<Reply>;
}

/** For those roles in the study that the path names. */
export interface StudyRoute<Params = unknown, Query = unknown, Body = unknown>
  extends Contract<Params, Query, Body> {
  path: `/api/studies/:study${string}`;
  mayCall: readonly Role[];
  handle(request: Request<Params, Query, Body> & InStudy): Promise<Reply>;
}

export type Route = OpenRoute | SignedInRoute | StudyRoute;

// In the three below the handler's types come from the schemas beside it, and the server parses each part with its
// schema before it calls the handler; the list of routes needs neither, hence the casts.
export function openRoute<Params, Query, Body>(definition: OpenRoute<Params, Query, Body>): Route {
  return definition as unknown as OpenRoute;
}

export function signedInRoute<Params, Query, Body>(definition: SignedInRoute<Params, Query, Body>): Route {
  return definition as unknown as SignedInRoute;
}

export function studyRoute<Params, Query, Body>(definition: StudyRoute<Params, Query, Body>): Route {
  return definition as unknown as StudyRoute;
}
