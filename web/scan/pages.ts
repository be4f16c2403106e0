/** The pages of the scan: from sources to signals and the digest. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Language } from '../../src/study/localised.ts';
import { page } from '../kit/frame/study-route.ts';

const scanRoute = createRoute({
  ...page,
  path: '/scan',
  component: lazyRouteComponent(() => import('./screen/screen-page.tsx'), 'ScreenPage'),
});

const sourcesRoute = createRoute({
  ...page,
  path: '/scan/sources',
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});

const duplicatesRoute = createRoute({
  ...page,
  path: '/scan/duplicates',
  component: lazyRouteComponent(() => import('./duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
});

const appraiseRoute = createRoute({
  ...page,
  path: '/scan/appraise',
  validateSearch: z.object({ record: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./appraise/appraise-page.tsx'), 'AppraisePage'),
});

const listsRoute = createRoute({
  ...page,
  path: '/scan/lists',
  component: lazyRouteComponent(() => import('./lists/lists-page.tsx'), 'ListsPage'),
});

const signalsRoute = createRoute({
  ...page,
  path: '/scan/signals',
  component: lazyRouteComponent(() => import('./signals/signals-page.tsx'), 'SignalsPage'),
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
  component: lazyRouteComponent(() => import('./digest/digest-page.tsx'), 'DigestPage'),
});

export const scanPages = [
  scanRoute,
  sourcesRoute,
  duplicatesRoute,
  appraiseRoute,
  listsRoute,
  signalsRoute,
  digestRoute,
] as const;
