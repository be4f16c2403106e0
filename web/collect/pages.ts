/** The pages on which answers are looked through and read. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { AnswerFilter } from '../../src/code/answers-model.ts';
import { PassId } from '../../src/code/model.ts';
import { page } from '../kit/frame/study-route.ts';

/** `filter`: conditions that all hold of the participants in the grid; `pass`: the codes of this one alone are shown. */
const AnswersSearch = z.object({
  filter: z.array(AnswerFilter).optional().catch(undefined),
  pass: PassId.optional().catch(undefined),
});

const collectRoute = createRoute({
  ...page,
  path: '/collect',
  validateSearch: AnswersSearch,
  component: lazyRouteComponent(() => import('./answers-page.tsx'), 'AnswersPage'),
});

const participantRoute = createRoute({
  ...page,
  path: '/collect/$participant',
  validateSearch: AnswersSearch,
  component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage'),
});

export const collectPages = [collectRoute, participantRoute] as const;
