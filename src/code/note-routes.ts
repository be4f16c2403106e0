/** Memos, themes and searching over HTTP. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { ThemeId } from '../study/ids.ts';
import { coderAtWork, viewerOf } from './at-work.ts';
import { saveMemo, visibleMemos } from './memos.ts';
import { MadeId, Memo, MemoEdit, MemoSubject, ThemeEdit, ThemeVersion } from './model.ts';
import { search } from './search.ts';
import { SearchKind, SearchQuery, SearchResult } from './search-model.ts';
import { saveTheme, visibleThemes } from './themes.ts';
import { sightOf } from './visible-codings.ts';

const memos = studyRoute({
  method: 'get',
  path: '/api/studies/:study/memos',
  summary: 'Memos that the caller may see, on one thing or on all',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({ kind: MemoSubject.shape.kind.optional(), id: z.string().max(200).optional() }),
  gives: z.array(Memo),
  async handle(request) {
    const { store, study, query } = request;
    const who = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    const { kind, id } = query;
    const subject = kind === undefined || id === undefined ? undefined : { kind, id };
    return { status: 200, body: await visibleMemos(store, who, subject) };
  },
});

const memo = studyRoute({
  method: 'put',
  path: '/api/studies/:study/memos/:memo',
  summary: 'Write a memo or its next version',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), memo: MadeId }),
  body: MemoEdit,
  gives: Memo,
  async handle(request) {
    const { store, params, body } = request;
    return { status: 200, body: await saveMemo(store, await coderAtWork(request), params.memo, body) };
  },
});

const themes = studyRoute({
  method: 'get',
  path: '/api/studies/:study/themes',
  summary: 'Themes as the team builds them',
  mayCall: roles,
  gives: z.array(ThemeVersion),
  async handle(request) {
    const { store, study } = request;
    const who = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    return { status: 200, body: await visibleThemes(store, who) };
  },
});

const theme = studyRoute({
  method: 'put',
  path: '/api/studies/:study/themes/:theme',
  summary: 'Write a theme or its next version, or take it away',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), theme: ThemeId }),
  body: ThemeEdit,
  gives: ThemeVersion,
  async handle(request) {
    const { store, params, body } = request;
    const saved = await saveTheme(store, await coderAtWork(request), params.theme, body);
    return saved === null ? { status: 204 } : { status: 200, body: saved };
  },
});

const searching = studyRoute({
  method: 'get',
  path: '/api/studies/:study/search',
  summary: 'Find words in answers, memos and codes',
  mayCall: ['lead', 'coder'],
  query: SearchQuery,
  gives: SearchResult,
  async handle(request) {
    const { store, study, query } = request;
    const who = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    const asked = new Set(query.in.split(','));
    const kinds = new Set(SearchKind.options.filter((kind) => asked.has(kind)));
    return { status: 200, body: await search(store, who, { query: query.q, kinds, count: query.count }) };
  },
});

export const noteRoutes = [memos, memo, themes, theme, searching];
