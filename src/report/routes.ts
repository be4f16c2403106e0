/** The analysis, what stands behind its numbers, and the report. All of it is safe to release to who may read. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { viewerOf } from '../code/at-work.ts';
import { Language } from '../study/localised.ts';
import { analysisJson } from './analysis-json.ts';
import { analysisOfStudy } from './analysis-of-study.ts';
import { evidenceFinder } from './evidence.ts';
import { reportHtml } from './html/report-html.ts';
import { Analysis, Evidence } from './model.ts';
import { software } from './software.ts';
import { parseRefKey } from './trace.ts';

const analysis = studyRoute({
  method: 'get',
  path: '/api/studies/:study/analysis',
  summary: 'The analysis of the study as it stands',
  mayCall: roles,
  gives: Analysis,
  async handle(request) {
    const { analysis } = await analysisOfStudy(request.store, viewerOf(request));
    return { status: 200, body: analysis };
  },
});

const evidence = studyRoute({
  method: 'get',
  path: '/api/studies/:study/evidence',
  summary: 'The answers behind a number, masked, as far as their writers agreed to be quoted',
  mayCall: roles,
  query: z.object({ ref: z.string().max(1000) }),
  gives: Evidence,
  async handle(request) {
    const { store, study, query } = request;
    const ref = parseRefKey(query.ref);
    if (ref === null) {
      return {
        status: 400,
        body: { error: 'ref: names nothing; expected a key that the analysis or report gave' },
      };
    }
    const { snapshot, analysis } = await analysisOfStudy(store, viewerOf(request));
    const audience = study.role === 'lead' ? 'team' : 'readers';
    return { status: 200, body: evidenceFinder(snapshot, analysis, audience)(ref) };
  },
});

// The report is a page of its own: it runs no script and asks nothing of anybody, and its policy says so.
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups";

const report = studyRoute({
  method: 'get',
  path: '/api/studies/:study/report/:language',
  summary: 'The report as one HTML file',
  mayCall: roles,
  params: z.object({ study: z.string(), language: Language }),
  async handle(request) {
    const { store, params } = request;
    const { snapshot, analysis } = await analysisOfStudy(store, viewerOf(request));
    return {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': reportPolicy },
      body: reportHtml(snapshot, analysis, params.language, software()),
    };
  },
});

const analysisFile = studyRoute({
  method: 'get',
  path: '/api/studies/:study/export/analysis.json',
  summary: 'The analysis as a file, the same bytes as the command writes',
  mayCall: roles,
  async handle(request) {
    const { analysis } = await analysisOfStudy(request.store, viewerOf(request));
    return {
      status: 200,
      contentType: 'application/json; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${analysis.study}-analysis.json"` },
      body: analysisJson(analysis),
    };
  },
});

export const reportRoutes = [analysis, evidence, report, analysisFile];
