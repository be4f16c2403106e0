/** The pages on which coders are compared and come to agree. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { page } from '../kit/frame/study-route.ts';

const agreeRoute = createRoute({
  ...page,
  path: '/agree',
  component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage'),
});

const liveAgreementRoute = createRoute({
  ...page,
  path: '/agree/live',
  validateSearch: z.object({ pass: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./live-agreement-page.tsx'), 'LiveAgreementPage'),
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
  component: lazyRouteComponent(() => import('./disagreements-page.tsx'), 'DisagreementsPage'),
});

export const agreePages = [agreeRoute, liveAgreementRoute, disagreementsRoute] as const;
