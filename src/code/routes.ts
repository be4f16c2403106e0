/** Everything that the coding stage answers. */
import { codingRoutes } from './coding-routes.ts';
import { passRoutes } from './pass-routes.ts';

export const codeRoutes = [...passRoutes, ...codingRoutes];
