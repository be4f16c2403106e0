/** For browser tests: coders who joined the study by invitation, and passes that they have coded over HTTP. */
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Reading } from '../../src/code/answers-model.ts';
import type { Workbench } from './workbench.ts';

const PASSWORD = 'a password for tests';

export type Call = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  schema: z.ZodType<T>,
  body?: unknown,
) => Promise<T>;

/** Asks the server with somebody's session; paths that do not begin with `/api` are below the study. @throws when refused */
export function callerOf(workbench: Workbench, request: APIRequestContext, study: string): Call {
  return async (method, path, schema, body) => {
    const address = path.startsWith('/api') ? path : `/api/studies/${study}${path}`;
    const response = await request.fetch(workbench.url + address, {
      method,
      headers: { 'content-type': 'application/json' },
      maxRetries: 3, // a connection that was kept may be closed just as it is used again
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
    return schema.parse(text === '' ? undefined : JSON.parse(text));
  };
}

export interface Teammate {
  context: BrowserContext;
  call: Call;
}

/** Invites somebody under this name; their pages are those of the context. */
export async function invite(
  workbench: Workbench,
  lead: Page,
  name: string,
  study: string,
  role: 'coder' | 'reader' = 'coder',
): Promise<Teammate> {
  const asLead = callerOf(workbench, lead.request, study);
  const { link } = await asLead('POST', '/invitations', z.object({ link: z.string() }), { role });
  const context = await workbench.visitor();
  const call = callerOf(workbench, context.request, study);
  const token = link.slice(link.indexOf('=') + 1);
  await call('POST', '/api/invitations/accept', z.undefined(), { token, name, password: PASSWORD });
  return { context, call };
}

/** `words` null puts the code on the whole answer. */
export interface Given {
  participant: string;
  question: string;
  code: string;
  words: string | null;
  polarity?: 'positive' | 'negative';
}

interface Planned {
  label: string;
  coders: string[];
  participants: 'all' | string[];
  kind?: 'calibration' | 'independent';
}

/** A pass in which everybody named was given the same participants; open. */
export async function openPass(
  asLead: Call,
  { label, coders, participants, kind = 'independent' }: Planned,
): Promise<string> {
  const id = newId();
  await asLead('POST', '/passes', z.unknown(), {
    id,
    kind,
    label,
    codebookVersion: 1,
    assign: { coders, participants, shared: 1, seed: 1 },
  });
  await asLead('POST', `/passes/${id}/open`, z.unknown());
  return id;
}

/** Codes as one person, and reads what was given to its end. */
export async function code(asCoder: Call, passId: string, given: readonly Given[]): Promise<void> {
  for (const { participant, question, code, words, polarity } of given) {
    const { answers } = await asCoder('GET', `/answers/${participant}`, Reading);
    const answer = answers.find((one) => one.question === question);
    if (answer === undefined) throw new Error(`${participant} did not answer ${question}`);
    const at = words === null ? 0 : answer.text.indexOf(words);
    if (at === -1) throw new Error(`${participant} did not say: ${words}`);
    const start = Array.from(answer.text.slice(0, at)).length;
    await asCoder('POST', '/codings', z.unknown(), {
      id: newId(),
      passId,
      participant,
      question,
      wave: answer.wave,
      code,
      polarity: polarity ?? null,
      span: words === null ? null : { start, end: start + Array.from(words).length, quote: words },
      textHash: answer.textHash,
      codebookVersion: 1,
      origin: 'person',
      supersedes: null,
    });
  }
  const Work = z.object({ answers: z.array(z.tuple([z.string(), z.string(), z.string(), z.boolean()])) });
  const work = await asCoder('GET', `/passes/${passId}/work`, Work);
  for (const [participant, question, wave, isDone] of work.answers) {
    if (isDone) continue;
    const finished = { participant, question, wave, finished: true };
    await asCoder('POST', `/passes/${passId}/finished`, z.unknown(), finished);
  }
}
