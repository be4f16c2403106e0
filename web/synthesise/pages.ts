/** The pages on which themes are read and built. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { page } from '../kit/frame/study-route.ts';

const synthesiseRoute = createRoute({
  ...page,
  path: '/synthesise',
  component: lazyRouteComponent(() => import('./themes-page.tsx'), 'ThemesPage'),
});

const themeBoardRoute = createRoute({
  ...page,
  path: '/synthesise/board',
  /** `theme`: the one that is open below the board. */
  validateSearch: z.object({ theme: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
});

export const synthesisePages = [synthesiseRoute, themeBoardRoute] as const;
