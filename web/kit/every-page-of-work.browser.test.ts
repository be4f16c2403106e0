/** The pages on which a team works. */
import { holdsOnEveryPage } from '../testing/holds-on-every-page.ts';

holdsOnEveryPage([
  '/people',
  '/code/passes',
  '/code/work',
  '/code/review',
  '/agree/live',
  '/agree/disagreements',
  '/synthesise/board',
  '/scan',
  '/scan/sources',
  '/scan/duplicates',
  '/scan/appraise',
  '/scan/lists',
  '/scan/signals',
  '/scan/digest',
]);
