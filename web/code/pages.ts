/** The pages on which answers are coded, and what they are coded with. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { page } from '../kit/frame/study-route.ts';

const codeRoute = createRoute({
  ...page,
  path: '/code',
  component: lazyRouteComponent(() => import('./codebook-page.tsx'), 'CodebookPage'),
});

const passesRoute = createRoute({
  ...page,
  path: '/code/passes',
  component: lazyRouteComponent(() => import('./passes/passes-page.tsx'), 'PassesPage'),
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
  component: lazyRouteComponent(() => import('./work/work-page.tsx'), 'WorkPage'),
});

const reviewRoute = createRoute({
  ...page,
  path: '/code/review',
  component: lazyRouteComponent(() => import('./codebook/review-page.tsx'), 'ReviewPage'),
});

export const codePages = [codeRoute, passesRoute, workRoute, reviewRoute] as const;
