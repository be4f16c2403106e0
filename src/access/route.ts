/**
 * A route as data. It states who may call it; the server refuses everybody else before the handler runs, so that no
 * handler can forget to ask.
 */
import type { z } from 'zod';
import type { Store } from '../store/database.ts';
import type { Role } from './accounts.ts';
import type { Account } from './sign-in.ts';

/** `anyone`: nobody need be signed in. A list: those roles in the study that the path names. */
export type MayCall = 'anyone' | 'signed in' | readonly Role[];

/** Who is asking: the account where signed in, and the role where the path names a study. */
export type Caller = { account: Account | null; session: string | null };

export interface Reply {
  status: 200 | 204 | 400 | 401 | 403 | 404 | 409;
  /** JSON unless `contentType` says otherwise. */
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
}

export interface RouteContext<Params, Query, Body> {
  store: Store;
  /** UTC ISO time of the request. */
  now: string;
  caller: Caller;
  /** The study that the path names, found and permitted; null where the path names none. */
  study: { studyId: string; role: Role } | null;
  params: Params;
  query: Query;
  body: Body;
}

export interface Route<Params = unknown, Query = unknown, Body = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Hono's form; `:study` is a study's name and is looked up and checked by the server. */
  path: `/api/${string}`;
  summary: string;
  mayCall: MayCall;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** What a 200 carries, for OpenAPI and the typed client. */
  gives?: z.ZodType;
  handle(context: RouteContext<Params, Query, Body>): Promise<Reply>;
}

/** Infers the handler's types from the schemas; what it gives is a plain `Route`. */
export function route<Params, Query, Body>(definition: Route<Params, Query, Body>): Route {
  // The server parses each part with the schema beside it before it calls the handler.
  return definition as unknown as Route;
}
