/**
 * The HTTP face: mounts the stages' routes, and before any of them asks who is calling, whether they may, and
 * whether what they sent has the shape that the route expects. Deny by default.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import type { Logger } from 'pino';
import { ZodError, type ZodType } from 'zod';
import { roleIn } from '../access/accounts.ts';
import { Refusal } from '../access/refusal.ts';
import type { InStudy, Reply, Request, Route, SignedIn } from '../access/route.ts';
import { SESSION_COOKIE } from '../access/session-cookie.ts';
import type { Settings } from '../access/settings.ts';
import { accountOfSession } from '../access/sign-in.ts';
import type { Store } from '../store/database.ts';
import { findStudy } from '../store/snapshots.ts';
import { browserFiles } from './browser-files.ts';
import { isKeepable, textMalformed } from './keepable.ts';
import { openApi } from './open-api.ts';
import { routes } from './routes.ts';
import { guardOrigin, securityHeaders } from './security.ts';

const MOST_BODY_BYTES = 8 * 1024 * 1024;

export interface AppParts {
  store: Store;
  logger: Logger;
  /** UTC ISO time, now. */
  clock: () => string;
  /** Hosts (name:port) under which the server may be called; the first one is its own. */
  hosts: readonly string[];
  settings: Settings;
  /** Folder of the browser's built files. */
  web: string;
}

export function createApp({ store, logger, clock, hosts, settings, web }: AppParts): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(guardOrigin(hosts));
  for (const route of routes) {
    const limit = bodyLimit({
      maxSize: route.takesFile ?? MOST_BODY_BYTES,
      onError: (context) => refuse(context, 400, 'too large'),
    });
    app.on(route.method, route.path, limit, async (context) => {
      const started = performance.now();
      const reply = await answer(route, context, {
        store,
        now: clock(),
        clock,
        settings,
        publicUrl: settings.publicUrl ?? `http://${hosts[0]}`,
        cookie: (name) => getCookie(context, name),
        file: route.takesFile === undefined ? null : context.req.raw.body,
      });
      // The pattern, not the address: an address can hold an identifier.
      logger.info({
        method: route.method,
        route: route.path,
        status: reply.status,
        ms: performance.now() - started,
      });
      return send(reply);
    });
  }
  app.get('/api/openapi.json', (context) => context.json(openApi(routes)));
  app.all('/api/*', (context) => refuse(context, 404, 'no such address'));
  app.get('*', browserFiles(web));
  app.onError((error, context) => {
    logger.error({ route: context.req.routePath, error: error.name });
    return refuse(context, 500, 'the server failed; nothing was changed');
  });
  return app;
}

type Given = Pick<Request, 'store' | 'now' | 'clock' | 'settings' | 'publicUrl' | 'cookie' | 'file'>;

async function answer(route: Route, context: Context, given: Given): Promise<Reply> {
  const { store, now } = given;
  if (route.mayCall === 'anyone')
    return handleParsed(route, context, (parts) => route.handle({ ...given, ...parts }));
  const signedIn = await whoCalls(context, store, now);
  if (signedIn === null) return sessionOver();
  if (route.mayCall === 'signed in') {
    return handleParsed(route, context, (parts) => route.handle({ ...given, ...signedIn, ...parts }));
  }
  const study = await studyOf(context, store, signedIn.account.accountId);
  // A study that one may not see answers like one that is not there.
  if (study === null) return refusal(404, 'no such study among yours');
  if (!route.mayCall.includes(study.role)) return refusal(403, 'your role may not do this');
  return handleParsed(route, context, (parts) => route.handle({ ...given, ...signedIn, study, ...parts }));
}

async function whoCalls(context: Context, store: Store, now: string): Promise<SignedIn | null> {
  const session = getCookie(context, SESSION_COOKIE);
  if (!session) return null;
  const account = await accountOfSession(store, session, now);
  if (account === null) return null;
  // What a browser has kept for one account must not be taken for another's who signed in there since.
  const meant = context.req.header('x-firsthand-account');
  return meant === undefined || meant === account.accountId ? { account, session } : null;
}

async function studyOf(context: Context, store: Store, accountId: string): Promise<InStudy['study'] | null> {
  const studyId = await findStudy(store, context.req.param('study') ?? '');
  if (studyId === null) return null;
  const role = await roleIn(store, studyId, accountId);
  return role === null ? null : { studyId, role };
}

function refusal(status: 400 | 401 | 403 | 404, error: string): Reply {
  return { status, body: { error } };
}

function sessionOver(): Reply {
  const over = new Refusal(401, 'session over', {
    ko: '로그인이 끝났습니다. 다시 로그인하면 보내지 못한 것이 이어서 저장됩니다',
    en: 'you are not signed in, or no longer; sign in again, and what was not sent yet will be kept then',
  });
  return { status: over.status, body: over.body() };
}

type Parts = { params: unknown; query: unknown; body: unknown };

async function handleParsed(
  route: Route,
  context: Context,
  handle: (parts: Parts) => Promise<Reply>,
): Promise<Reply> {
  let parts: Parts;
  try {
    parts = {
      params: parseWith(route.params, context.req.param()),
      query: parseWith(route.query, context.req.query()),
      body: route.body ? route.body.parse(await context.req.json()) : undefined,
    };
  } catch (error) {
    if (error instanceof ZodError) return refusal(400, withoutValues(error));
    if (error instanceof SyntaxError) return refusal(400, 'body: not JSON; expected a JSON object');
    throw error;
  }
  try {
    if (!isKeepable(parts)) throw textMalformed();
    return await handle(parts);
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body() };
    throw error;
  }
}

function parseWith(schema: ZodType | undefined, value: unknown): unknown {
  return schema ? schema.parse(value) : value;
}

/** Where and what, never the value: it could be somebody's words. */
function withoutValues(error: ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.code}`).join('; ');
}

function send(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  for (const cookie of reply.cookies ?? []) headers.append('set-cookie', cookie);
  headers.set('cache-control', 'no-store');
  if (reply.stream !== undefined) {
    headers.set('content-type', reply.contentType ?? 'application/octet-stream');
    headers.set('x-accel-buffering', 'no'); // a proxy that gathers a stream before passing it on would keep it for good
    return new Response(reply.stream, { status: reply.status, headers });
  }
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  headers.set('content-type', reply.contentType ?? 'application/json; charset=utf-8');
  const body = reply.contentType === undefined ? JSON.stringify(reply.body) : String(reply.body);
  return new Response(body, { status: reply.status, headers });
}

function refuse(context: Context, status: 400 | 404 | 500, error: string): Response {
  return context.json({ error }, status);
}
