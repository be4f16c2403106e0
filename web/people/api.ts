/** The people of a study, as the server knows them. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Invitation, Member, type Role } from '../../src/access/model.ts';
import { PassWithProgress } from '../../src/code/model.ts';
import { get, send, studyAddress, tell } from '../kit/http.ts';

export const membersQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'members'],
    queryFn: () => get(`${studyAddress(study)}/members`, z.array(Member)),
  });

/** Names under which somebody has coded, from everybody's progress in the passes. */
export const coderNamesQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'passes', 'coder names'],
    queryFn: async () => {
      const passes = await get(`${studyAddress(study)}/passes`, z.array(PassWithProgress));
      return [...new Set(passes.flatMap(({ progress }) => progress.map(({ coder }) => coder)))].toSorted();
    },
  });

export const giveRole = (study: string, account: string, role: Role) =>
  tell('PUT', `${studyAddress(study)}/members/${account}`, { role });

export const endMembership = (study: string, account: string) =>
  tell('POST', `${studyAddress(study)}/members/${account}/end`);

export const invite = (study: string, wanted: { role: Role; coder?: string }) =>
  send('POST', `${studyAddress(study)}/invitations`, wanted, Invitation);
