/** Which page stands at which address. Pages are fetched when they are first opened. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { z } from 'zod';
import { AnswerFilter } from '../src/code/answers-model.ts';
import { PassId } from '../src/code/model.ts';
import { Language } from '../src/study/localised.ts';
import { FailedPage } from './kit/frame/failed-page.tsx';
import { Frame } from './kit/frame/frame.tsx';
import { NoSuchPage } from './kit/frame/no-such-page.tsx';
import { Waiting } from './kit/frame/waiting.tsx';
import { meInStudyQuery } from './kit/me.ts';
import { analysisQuery, meQuery, studyQuery } from './kit/queries.ts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Pages for somebody signed in; everybody else is asked to sign in where they are. */
const signedIn = {
  getParentRoute: () => root,
  beforeLoad: async ({ context }: { context: { queries: QueryClient } }) => {
    await context.queries.ensureQueryData(meQuery);
  },
};

/** `to`: the address to go on to, of this site alone. */
const SignInSearch = z.object({
  to: z
    .string()
    .startsWith('/')
    .refine((to) => !/^\/[/\\]/.test(to))
    .optional()
    .catch(undefined),
});

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: SignInSearch,
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./sign-in/invitation-page.tsx'), 'InvitationPage'),
});

const meRoute = createRoute({
  ...signedIn,
  path: '/me',
  component: lazyRouteComponent(() => import('./sign-in/account-page.tsx'), 'AccountPage'),
});

const studiesRoute = createRoute({
  ...signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./studies/studies-page.tsx'), 'StudiesPage'),
});

/** `evidence` is the key of the reference that the drawer shows (`refKey`). */
const StudySearch = z.object({ evidence: z.string().optional().catch(undefined) });

/** Pages of people at work, who wait for no analysis; while they code blind, each of them would have one of their own. */
const WITHOUT_ANALYSIS = /\/(?:code\/work|code\/passes|collect|search|people)(?:\/|$)/;

const studyRoute = createRoute({
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

const page = { getParentRoute: () => studyRoute };

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

/** `filter`: conditions that all hold of the participants in the grid; `pass`: the codes of this one alone are shown. */
const AnswersSearch = z.object({
  filter: z.array(AnswerFilter).optional().catch(undefined),
  pass: PassId.optional().catch(undefined),
});

const collectRoute = createRoute({
  ...page,
  path: '/collect',
  validateSearch: AnswersSearch,
  component: lazyRouteComponent(() => import('./collect/answers-page.tsx'), 'AnswersPage'),
});

const participantRoute = createRoute({
  ...page,
  path: '/collect/$participant',
  validateSearch: AnswersSearch,
  component: lazyRouteComponent(() => import('./collect/reading-page.tsx'), 'ReadingPage'),
});

const codeRoute = createRoute({
  ...page,
  path: '/code',
  component: lazyRouteComponent(() => import('./code/codebook-page.tsx'), 'CodebookPage'),
});

const passesRoute = createRoute({
  ...page,
  path: '/code/passes',
  component: lazyRouteComponent(() => import('./code/passes/passes-page.tsx'), 'PassesPage'),
});

/** `at` names an answer: `participant/question/wave`. */
const WorkSearch = z.object({
  pass: z.string().optional().catch(undefined),
  at: z.string().optional().catch(undefined),
});

const workRoute = createRoute({
  ...page,
  path: '/code/work',
  validateSearch: WorkSearch,
  component: lazyRouteComponent(() => import('./code/work/work-page.tsx'), 'WorkPage'),
});

const reviewRoute = createRoute({
  ...page,
  path: '/code/review',
  component: lazyRouteComponent(() => import('./code/codebook/review-page.tsx'), 'ReviewPage'),
});

const agreeRoute = createRoute({
  ...page,
  path: '/agree',
  component: lazyRouteComponent(() => import('./agree/agreement-page.tsx'), 'AgreementPage'),
});

const liveAgreementRoute = createRoute({
  ...page,
  path: '/agree/live',
  validateSearch: z.object({ pass: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./agree/live-agreement-page.tsx'), 'LiveAgreementPage'),
});

/** Which disagreements are gone through. */
const DisagreementsSearch = z.object({
  pass: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  question: z.string().optional().catch(undefined),
  state: z.enum(['open', 'decided', 'all']).optional().catch(undefined),
});

const disagreementsRoute = createRoute({
  ...page,
  path: '/agree/disagreements',
  validateSearch: DisagreementsSearch,
  component: lazyRouteComponent(() => import('./agree/disagreements-page.tsx'), 'DisagreementsPage'),
});

const synthesiseRoute = createRoute({
  ...page,
  path: '/synthesise',
  component: lazyRouteComponent(() => import('./synthesise/themes-page.tsx'), 'ThemesPage'),
});

const themeBoardRoute = createRoute({
  ...page,
  path: '/synthesise/board',
  /** `theme`: the one that is open below the board. */
  validateSearch: z.object({ theme: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./synthesise/board-page.tsx'), 'BoardPage'),
});

const alignRoute = createRoute({
  ...page,
  path: '/align',
  component: lazyRouteComponent(() => import('./align/alignment-page.tsx'), 'AlignmentPage'),
});

const scanRoute = createRoute({
  ...page,
  path: '/scan',
  component: lazyRouteComponent(() => import('./scan/screen/screen-page.tsx'), 'ScreenPage'),
});

const sourcesRoute = createRoute({
  ...page,
  path: '/scan/sources',
  component: lazyRouteComponent(() => import('./scan/sources/sources-page.tsx'), 'SourcesPage'),
});

const duplicatesRoute = createRoute({
  ...page,
  path: '/scan/duplicates',
  component: lazyRouteComponent(() => import('./scan/duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
});

const appraiseRoute = createRoute({
  ...page,
  path: '/scan/appraise',
  validateSearch: z.object({ record: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./scan/appraise/appraise-page.tsx'), 'AppraisePage'),
});

const listsRoute = createRoute({
  ...page,
  path: '/scan/lists',
  component: lazyRouteComponent(() => import('./scan/lists/lists-page.tsx'), 'ListsPage'),
});

const signalsRoute = createRoute({
  ...page,
  path: '/scan/signals',
  component: lazyRouteComponent(() => import('./scan/signals/signals-page.tsx'), 'SignalsPage'),
});

/** What the digest holds; without it the last weeks in the language of the screen. */
const DigestSearch = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  by: z.enum(['week', 'month']).optional().catch(undefined),
  language: Language.optional().catch(undefined),
});

const digestRoute = createRoute({
  ...page,
  path: '/scan/digest',
  validateSearch: DigestSearch,
  component: lazyRouteComponent(() => import('./scan/digest/digest-page.tsx'), 'DigestPage'),
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
  signInRoute,
  invitationRoute,
  meRoute,
  studyRoute.addChildren([
    overviewRoute,
    peopleRoute,
    searchRoute,
    collectRoute,
    participantRoute,
    codeRoute,
    passesRoute,
    workRoute,
    reviewRoute,
    agreeRoute,
    liveAgreementRoute,
    disagreementsRoute,
    synthesiseRoute,
    themeBoardRoute,
    alignRoute,
    scanRoute,
    sourcesRoute,
    duplicatesRoute,
    appraiseRoute,
    listsRoute,
    signalsRoute,
    digestRoute,
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
