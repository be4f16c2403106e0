/** What the passes page asks of the server. */
import { type NewPass, type PassId, PassWithProgress, WorkingPass } from '../../../src/code/model.ts';
import { send, studyAddress } from '../../kit/http.ts';

export const planPass = (study: string, pass: NewPass) =>
  send('POST', `${studyAddress(study)}/passes`, pass, PassWithProgress);

export const movePass = (study: string, pass: PassId, to: 'open' | 'close') =>
  send('POST', `${studyAddress(study)}/passes/${pass}/${to}`, undefined, WorkingPass);

export const moveToVersion = (study: string, pass: PassId, version: number) =>
  send('POST', `${studyAddress(study)}/passes/${pass}/codebook`, { version }, WorkingPass);
