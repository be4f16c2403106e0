/** What all pages hang on: who may open them, and what a page of a study waits for. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { meInStudyQuery } from '../me.ts';
import { analysisQuery, meQuery, studyQuery } from '../queries.ts';
import { Frame } from './frame.tsx';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Pages for somebody signed in; everybody else is asked to sign in where they are. */
export const signedIn = {
  getParentRoute: () => root,
  beforeLoad: async ({ context }: { context: { queries: QueryClient } }) => {
    await context.queries.ensureQueryData(meQuery);
  },
};

/** `evidence` is the key of the reference that the drawer shows (`refKey`). */
const StudySearch = z.object({ evidence: z.string().optional().catch(undefined) });

/** Pages of people at work, who wait for no analysis; while they code blind, each of them would have one of their own. */
const WITHOUT_ANALYSIS = /\/(?:code\/work|code\/passes|collect|search|people)(?:\/|$)/;

export const studyRoute = createRoute({
  ...signedIn,
  path: '/studies/$study',
  validateSearch: StudySearch,
  loader: ({ context, params, location }) => {
    // Asked for at once, waited for by the pages that need it.
    if (!WITHOUT_ANALYSIS.test(location.pathname)) {
      void context.queries.prefetchQuery(analysisQuery(params.study));
    }
    return Promise.all([
      context.queries.ensureQueryData(studyQuery(params.study)),
      context.queries.ensureQueryData(meInStudyQuery(params.study)),
    ]);
  },
  component: Frame,
});

/** What every page of a study has. */
export const page = { getParentRoute: () => studyRoute };
