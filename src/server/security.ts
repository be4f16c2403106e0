/** What every response carries, and which requests are turned away before anything else looks at them. */
import type { MiddlewareHandler } from 'hono';

// Inline styles are needed by the component library's positioning; scripts come from our own files alone.
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
  };
}

/**
 * Refuses a request under a foreign host name (a page elsewhere that points its name at this machine) and a
 * changing request from a foreign page.
 */
export function guardOrigin(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host))
      return context.json({ error: `host not served here; expected ${hosts[0]}` }, 403);
    const origin = context.req.header('origin');
    const changes = !['GET', 'HEAD'].includes(context.req.method);
    if (changes && origin !== undefined && !hosts.some((served) => sameHost(origin, served))) {
      return context.json({ error: 'request from another site; expected one from this server' }, 403);
    }
    return next();
  };
}

function sameHost(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
