/** Signing in and out, invitations, and one's own account, as the server knows them. */
import { queryOptions } from '@tanstack/react-query';
import { InvitationSeen, SignInWays } from '../../src/access/model.ts';
import { get, send, tell } from '../kit/http.ts';

export const waysQuery = queryOptions({
  queryKey: ['sign-in ways'],
  queryFn: () => get('/api/sign-in/ways', SignInWays),
  staleTime: Number.POSITIVE_INFINITY,
});

export const signInByPassword = (given: { name: string; password: string }) =>
  tell('POST', '/api/sign-in/password', given);

export const ORGANISATION_SIGN_IN = '/api/sign-in/organisation';

export const signOut = () => tell('POST', '/api/sign-out');
export const signOutEverywhere = () => tell('POST', '/api/sign-out/everywhere');

/** `old` is null where there was none. */
export const changePassword = (change: { old: string | null; new: string }) =>
  tell('PUT', '/api/me/password', change);

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => send('POST', '/api/invitations/look', { token }, InvitationSeen),
  });

export const acceptInvitation = (given: { token: string; name: string; password: string }) =>
  tell('POST', '/api/invitations/accept', given);

export const joinByInvitation = (token: string) => tell('POST', '/api/invitations/join', { token });
