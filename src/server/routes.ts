/** Every route there is, in the order of the flow. A test walks them all as every role. */
import type { Route } from '../access/route.ts';
import { accessRoutes } from '../access/routes.ts';
import { agreeRoutes } from '../agree/routes.ts';
import { codeRoutes } from '../code/routes.ts';
import { collectRoutes } from '../collect/routes.ts';
import { reportRoutes } from '../report/routes.ts';
import { appraisalRoutes } from '../scan/appraisal/routes.ts';
import { digestRoutes } from '../scan/digest/routes.ts';
import { recordRoutes } from '../scan/record-routes.ts';
import { screeningRoutes } from '../scan/screening/routes.ts';
import { signalRoutes } from '../scan/signals/routes.ts';
import { sourceRoutes } from '../scan/source-routes.ts';
import { liveRoutes } from './live.ts';

export const routes: readonly Route[] = [
  ...accessRoutes,
  ...collectRoutes,
  ...codeRoutes,
  ...agreeRoutes,
  ...sourceRoutes,
  ...recordRoutes,
  ...screeningRoutes,
  ...appraisalRoutes,
  ...digestRoutes,
  ...signalRoutes,
  ...reportRoutes,
  ...liveRoutes,
];
