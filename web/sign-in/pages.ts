/** The pages of a person: coming in, and the account. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { root, signedIn } from '../kit/frame/study-route.ts';

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
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

const meRoute = createRoute({
  ...signedIn,
  path: '/me',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

export const signInPages = [signInRoute, invitationRoute, meRoute] as const;
