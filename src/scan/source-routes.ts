/** Sources, saved queries, runs and files over HTTP. */
import { z } from 'zod';
import type { Author } from '../access/record.ts';
import { type InStudy, type Request, studyRoute } from '../access/route.ts';
import { FileUpload, QueryParams, QueryState, Run, RunParams, SavedQuery, SourceOffered } from './model.ts';
import { fileMissing, queryUnknown } from './refusals.ts';
import { startRun, stopQuery, stopRun } from './runs/at-work.ts';
import { listQueries, queryRow, saveQuery } from './runs/queries.ts';
import { runOf } from './runs/run-rows.ts';
import { endForeignRun, listRuns, readRun } from './runs/runs.ts';
import { MOST_FILE_BYTES, takeFile } from './runs/take-file.ts';
import { sourcesOffered } from './sources/offered.ts';

const sources = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/sources',
  summary: 'Sources that can be asked, and what is configured for them',
  mayCall: ['lead', 'coder'],
  gives: z.array(SourceOffered),
  async handle({ settings }) {
    return { status: 200, body: sourcesOffered(settings.scan) };
  },
});

const queries = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/queries',
  summary: 'Saved queries, each with how far it has come',
  mayCall: ['lead', 'coder'],
  gives: z.array(QueryState),
  async handle({ store, study, now }) {
    return { status: 200, body: await listQueries(store, study.studyId, now) };
  },
});

const query = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/queries/:query',
  summary: 'Save a query, or switch it on or off',
  mayCall: ['lead', 'coder'],
  params: QueryParams,
  body: SavedQuery,
  gives: QueryState,
  async handle(request) {
    const { store, params, body, study, now } = request;
    await saveQuery(store, authorOf(request), params.query, body);
    if (!body.switchedOn) await stopQuery(store, study.studyId, params.query);
    const saved = (await listQueries(store, study.studyId, now)).find(({ id }) => id === params.query);
    if (saved === undefined) throw queryUnknown();
    return { status: 200, body: saved };
  },
});

const running = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/queries/:query/run',
  summary: 'Run a query now, or go on where its last run was left',
  mayCall: ['lead', 'coder'],
  params: QueryParams,
  gives: Run,
  async handle(request) {
    return { status: 200, body: await start(request, request.params.query) };
  },
});

const runs = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/runs',
  summary: 'Runs with their progress, newest first',
  mayCall: ['lead', 'coder'],
  gives: z.array(Run),
  async handle({ store, study, now }) {
    return { status: 200, body: (await listRuns(store, study.studyId)).map((row) => runOf(row, now)) };
  },
});

const stop = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/runs/:run/stop',
  summary: 'Stop a run; its place is kept',
  mayCall: ['lead', 'coder'],
  params: RunParams,
  gives: Run,
  async handle(request) {
    const { store, study, params, now } = request;
    if (!(await stopRun(store, params.run))) await endForeignRun(store, authorOf(request), params.run);
    return { status: 200, body: runOf(await readRun(store, study.studyId, params.run), now) };
  },
});

const resume = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/runs/:run/resume',
  summary: 'Go on with a run that was stopped or broken off',
  mayCall: ['lead', 'coder'],
  params: RunParams,
  gives: Run,
  async handle(request) {
    const { store, study, params } = request;
    const row = await readRun(store, study.studyId, params.run);
    if (row.query === null) throw queryUnknown();
    return { status: 200, body: await start(request, row.query) };
  },
});

const file = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/files',
  summary: 'Take in a reference file; the body is the file itself',
  mayCall: ['lead', 'coder'],
  query: FileUpload,
  takesFile: MOST_FILE_BYTES,
  gives: Run,
  async handle(request) {
    const { store, query: upload, file: content, clock, now } = request;
    if (content === null) throw fileMissing();
    const row = await takeFile({ store, clock }, authorOf(request), upload.name, content);
    return { status: 200, body: runOf(row, now) };
  },
});

async function start(request: Request & InStudy, id: string): Promise<Run> {
  const { store, study, settings, clock, now } = request;
  const asked = await queryRow(store, study.studyId, id);
  const { row, ended } = await startRun({
    store,
    author: authorOf(request),
    query: asked,
    settings: settings.scan,
    clock,
  });
  // What happens to the run is kept with it; nobody waits for it here.
  ended.catch(() => {});
  return runOf(row, now);
}

export function authorOf({
  study,
  account,
  now,
}: Pick<Request & InStudy, 'study' | 'account' | 'now'>): Author {
  return { studyId: study.studyId, accountId: account.accountId, now };
}

export const sourceRoutes = [sources, queries, query, running, runs, stop, resume, file];
