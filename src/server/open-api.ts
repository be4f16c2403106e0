/** The routes as an OpenAPI document, made from the same schemas that check requests. */
import { z } from 'zod';
import type { Route } from '../access/route.ts';

export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return { openapi: '3.1.0', info: { title: 'Firsthand', version: '1' }, paths };
}

function operation(route: Route): object {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = route.query
    ? [{ name: 'query', in: 'query', style: 'form', explode: true, schema: schemaOf(route.query) }]
    : [];
  return {
    summary: route.summary,
    'x-may-call': route.mayCall,
    parameters: [...inPath, ...inQuery],
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }
      : {}),
    responses: {
      200: {
        description: 'done',
        ...(route.gives ? { content: { 'application/json': { schema: schemaOf(route.gives) } } } : {}),
      },
      default: { description: 'refused; `error` says what is wrong and what is expected' },
    },
  };
}

function schemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
