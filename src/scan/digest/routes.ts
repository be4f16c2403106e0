/** Briefs and digests over HTTP: for readers too. */
import { z } from 'zod';
import { roles } from '../../access/accounts.ts';
import { studyRoute } from '../../access/route.ts';
import { Language } from '../../study/localised.ts';
import { Brief } from '../briefs/model.ts';
import { readBrief } from '../briefs/read-brief.ts';
import { RecordId } from '../screening/model.ts';
import { Digest, DigestQuery } from './model.ts';
import { digestText, readDigest } from './read-digest.ts';

const brief = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/briefs/:record',
  summary: 'A brief of an appraised record, each sentence with the fields that it comes from',
  mayCall: roles,
  params: z.object({ study: z.string(), record: RecordId }),
  query: z.strictObject({ language: Language.default('ko') }),
  gives: Brief,
  async handle({ store, study, params, query }) {
    return { status: 200, body: await readBrief(store, study.studyId, params.record, query.language) };
  },
});

const contentTypes = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
};

const digest = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/digest',
  summary: 'Briefs of a span of time by week or month, as JSON, HTML, Markdown or RSS',
  mayCall: roles,
  params: z.object({ study: z.string() }),
  query: DigestQuery,
  gives: Digest,
  async handle({ store, study, params, query, publicUrl }) {
    const body = await readDigest(store, study.studyId, query);
    if (query.format === 'json') return { status: 200, body };
    const link = `${publicUrl}/${encodeURIComponent(params.study)}`;
    return {
      status: 200,
      contentType: contentTypes[query.format],
      body: digestText(body, query.format, link),
    };
  },
});

export const digestRoutes = [brief, digest];
