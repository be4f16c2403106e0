/** Everything that the coding stage answers. */
import { answerRoutes } from './answer-routes.ts';
import { assistRoutes } from './assist/routes.ts';
import { codebookRoutes } from './codebook-routes.ts';
import { codingRoutes } from './coding-routes.ts';
import { definitionRoutes } from './definition-route.ts';
import { helpRoutes } from './help-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { passRoutes } from './pass-routes.ts';
import { trailRoutes } from './trail-routes.ts';

export const codeRoutes = [
  ...definitionRoutes,
  ...passRoutes,
  ...answerRoutes,
  ...codingRoutes,
  ...codebookRoutes,
  ...noteRoutes,
  ...helpRoutes,
  ...assistRoutes,
  ...trailRoutes,
];
