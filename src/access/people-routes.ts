/** Invitations and members over HTTP. */
import { z } from 'zod';
import { acceptInvitation, invite, joinByInvitation, seeInvitation } from './invitations.ts';
import { changeMember, membersOf } from './members.ts';
import {
  Invitation,
  InvitationAcceptance,
  InvitationSeen,
  InvitationToken,
  Member,
  NewInvitation,
  RoleName,
} from './model.ts';
import type { Author } from './record.ts';
import { type InStudy, openRoute, signedInRoute, studyRoute } from './route.ts';
import { sessionCookie } from './session-cookie.ts';

function author({ account, study, now }: InStudy & { now: string }): Author {
  return { studyId: study.studyId, accountId: account.accountId, now };
}

const invitation = studyRoute({
  method: 'post',
  path: '/api/studies/:study/invitations',
  summary: 'Make a link that lets one person into the study',
  mayCall: ['lead'],
  body: NewInvitation,
  gives: Invitation,
  async handle(request) {
    const { token, expiresAt } = await invite(request.store, author(request), request.body);
    // After the #, so that the token is sent to nobody by opening the page and stands in no log.
    return { status: 200, body: { link: `/#invitation=${token}`, expiresAt } };
  },
});

const look = openRoute({
  method: 'post',
  path: '/api/invitations/look',
  summary: 'To which study an invitation is, and as what',
  mayCall: 'anyone',
  body: InvitationToken,
  gives: InvitationSeen,
  async handle({ store, body, now }) {
    return { status: 200, body: await seeInvitation(store, body.token, now) };
  },
});

const accept = openRoute({
  method: 'post',
  path: '/api/invitations/accept',
  summary: 'Come in by an invitation with a new name and password',
  mayCall: 'anyone',
  body: InvitationAcceptance,
  async handle(request) {
    const { store, body, now } = request;
    return { status: 204, cookies: [sessionCookie(await acceptInvitation(store, body, now), request)] };
  },
});

const join = signedInRoute({
  method: 'post',
  path: '/api/invitations/join',
  summary: 'Join a study by an invitation, with the account that is signed in',
  mayCall: 'signed in',
  body: InvitationToken,
  async handle({ store, account, body, now }) {
    await joinByInvitation(store, account, body.token, now);
    return { status: 204 };
  },
});

const members = studyRoute({
  method: 'get',
  path: '/api/studies/:study/members',
  summary: 'Who is in the study, and as what',
  mayCall: ['lead'],
  gives: z.array(Member),
  async handle({ store, study }) {
    return { status: 200, body: await membersOf(store, study.studyId) };
  },
});

const oneMember = z.object({ study: z.string(), account: z.string().max(64) });

const role = studyRoute({
  method: 'put',
  path: '/api/studies/:study/members/:account',
  summary: 'Give a member another role',
  mayCall: ['lead'],
  params: oneMember,
  body: z.strictObject({ role: RoleName }),
  async handle(request) {
    const { store, params, body } = request;
    await changeMember(store, author(request), params.account, body.role);
    return { status: 204 };
  },
});

const out = studyRoute({
  method: 'post',
  path: '/api/studies/:study/members/:account/end',
  summary: 'Take a member out of the study; what they coded stays',
  mayCall: ['lead'],
  params: oneMember,
  async handle(request) {
    await changeMember(request.store, author(request), request.params.account, null);
    return { status: 204 };
  },
});

export const peopleRoutes = [invitation, look, accept, join, members, role, out];
