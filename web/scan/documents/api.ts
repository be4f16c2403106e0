/** What is asked of the server to see what a document was joined from, and to take it apart. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { MemberInFull, Parted } from '../../../src/scan/model.ts';
import { get, send, studyAddress } from '../../kit/http.ts';
import { decidePair, reopenPair } from '../api.ts';

const address = (study: string, record: string) =>
  `${studyAddress(study)}/scan/records/${encodeURIComponent(record)}`;

export const membersQuery = (study: string, record: string) =>
  queryOptions({
    queryKey: ['study', study, 'scan', 'members', record],
    queryFn: () => get(`${address(study, record)}/members`, z.array(MemberInFull)),
  });

export const part = (study: string, record: string, member: string) =>
  send('POST', `${address(study, record)}/separate`, { members: [member] }, Parted);

/** Joins again what was parted. */
export async function joinAgain(study: string, pair: string): Promise<void> {
  await reopenPair(study, pair);
  await decidePair(study, pair, 'same');
}
