/** The server's answers, fetched and parsed at this edge; inside the client they are trusted. */
import { z } from 'zod';
import { Analysis, Evidence } from '../../src/report/model.ts';
import { Language, Localised } from '../../src/study/localised.ts';
import { Codebook, Priority, Study, Theme } from '../../src/study/model.ts';
import { type AnswerFilter, AnswersPage } from '../../src/synthesise/answers-page.ts';

/** What the server refused, in its own words; 401 means that nobody is signed in. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

const Me = z.object({ name: z.string(), language: Language.optional() });

const StudyListing = z.object({
  slug: z.string(),
  title: Localised,
  synthetic: z.boolean(),
});
export type StudyListing = z.infer<typeof StudyListing>;

const StudyOutline = z.object({
  study: Study,
  codebook: Codebook,
  themes: z.array(Theme),
  priorities: z.array(Priority),
});
export type StudyOutline = z.infer<typeof StudyOutline>;

export function signIn(token: string): Promise<void> {
  return request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).then(() => undefined);
}

export const fetchMe = () => get('/api/me', Me);
export const fetchStudies = () => get('/api/studies', z.array(StudyListing));
export const fetchStudy = (study: string) => get(address(study), StudyOutline);
export const fetchAnalysis = (study: string) => get(`${address(study)}/analysis`, Analysis);

export function fetchAnswers(study: string, from: number, count: number, filter: readonly AnswerFilter[]) {
  const query = new URLSearchParams({ from: String(from), count: String(count) });
  if (filter.length > 0) query.set('filter', JSON.stringify(filter));
  return get(`${address(study)}/answers?${query}`, AnswersPage);
}

export const fetchEvidence = (study: string, key: string) =>
  get(`${address(study)}/evidence?ref=${encodeURIComponent(key)}`, Evidence);

export const reportAddress = (study: string, language: Language) => `${address(study)}/report/${language}`;
export const analysisFileAddress = (study: string) => `${address(study)}/export/analysis.json`;

const address = (study: string) => `/api/studies/${encodeURIComponent(study)}`;

async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await request(path);
  return schema.parse(await response.json());
}

async function request(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...options });
  if (response.ok) return response;
  const told = z.object({ error: z.string() }).safeParse(await response.json().catch(() => null));
  throw new Refusal(response.status, told.success ? told.data.error : response.statusText);
}
