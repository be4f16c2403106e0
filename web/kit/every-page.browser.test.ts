/** The pages that read a study. */
import { holdsOnEveryPage } from '../testing/holds-on-every-page.ts';
import { pages } from '../testing/workbench.ts';

holdsOnEveryPage([...pages, '/search?q=GPT', '/collect/P003', '/prioritise?evidence=priority%2Fconsent']);
