/** Which page stands at which address. Pages are fetched when they are first opened; a stage of several keeps its own list. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { agreePages } from './agree/pages.ts';
import { codePages } from './code/pages.ts';
import { collectPages } from './collect/pages.ts';
import { FailedPage } from './kit/frame/failed-page.tsx';
import { NoSuchPage } from './kit/frame/no-such-page.tsx';
import { page, root, signedIn, studyRoute } from './kit/frame/study-route.ts';
import { Waiting } from './kit/frame/waiting.tsx';
import { scanPages } from './scan/pages.ts';
import { signInPages } from './sign-in/pages.ts';
import { synthesisePages } from './synthesise/pages.ts';

const studiesRoute = createRoute({
  ...signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./studies/studies-page.tsx'), 'StudiesPage'),
});

const overviewRoute = createRoute({
  ...page,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
});

const peopleRoute = createRoute({
  ...page,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
});

/** A number that stands bare in the address is read as one. */
const Sought = z.union([z.string(), z.number().transform(String)]).pipe(z.string().max(200));

const searchRoute = createRoute({
  ...page,
  path: '/search',
  validateSearch: z.object({ q: Sought.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
});

const alignRoute = createRoute({
  ...page,
  path: '/align',
  component: lazyRouteComponent(() => import('./align/alignment-page.tsx'), 'AlignmentPage'),
});

const prioritiseRoute = createRoute({
  ...page,
  path: '/prioritise',
  component: lazyRouteComponent(() => import('./prioritise/priorities-page.tsx'), 'PrioritiesPage'),
});

const reportRoute = createRoute({
  ...page,
  path: '/report',
  component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
});

const routeTree = root.addChildren([
  studiesRoute,
  ...signInPages,
  studyRoute.addChildren([
    overviewRoute,
    peopleRoute,
    searchRoute,
    ...collectPages,
    ...codePages,
    ...agreePages,
    ...synthesisePages,
    alignRoute,
    ...scanPages,
    prioritiseRoute,
    reportRoute,
  ]),
]);

export function createClientRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // what is fresh is the queries' business
    defaultPendingComponent: Waiting,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NoSuchPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createClientRouter>;
  }
}
