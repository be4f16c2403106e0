/** People over HTTP: who one is, invitations, members, and how a refusal is told. Pure, for the browser too. */
import { z } from 'zod';
import { CoderId } from '../study/ids.ts';
import { Localised } from '../study/localised.ts';

export const roles = ['lead', 'coder', 'reader'] as const;
export type Role = (typeof roles)[number];
export const RoleName = z.enum(roles);

export const LEAST_PASSWORD_LENGTH = 10;
const name = z.string().trim().min(1).max(80);
const password = z.string().min(1).max(256);
const token = z.string().min(20).max(100);

/** What every refusal carries: `code` is stable, `message` says what is wrong and what to do. */
export const RefusalBody = z.object({
  error: z.string().describe('the message in English'),
  code: z.string().optional(),
  message: z.strictObject({ ko: z.string(), en: z.string() }).optional(),
  current: z.unknown().optional().describe('what stands there now, where another was faster'),
});
export type RefusalBody = z.infer<typeof RefusalBody>;

export const Me = z.strictObject({ account: z.string(), name: z.string(), hasPassword: z.boolean() });
export type Me = z.infer<typeof Me>;

export const SignInWays = z.strictObject({
  password: z.boolean(),
  organisation: z.boolean().describe('OpenID Connect is configured: /api/sign-in/organisation leads there'),
});
export const PasswordSignIn = z.strictObject({ name, password });
export const PasswordChange = z.strictObject({ old: password.nullable(), new: password });

export const NewInvitation = z.strictObject({ role: RoleName, coder: CoderId.optional() });
export const Invitation = z.strictObject({
  link: z.string().describe('path with the token after #; shown this once'),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationToken = z.strictObject({ token });
export const InvitationSeen = z.strictObject({ study: z.string(), title: Localised, role: RoleName });
export type InvitationSeen = z.infer<typeof InvitationSeen>;
export const InvitationAcceptance = z.strictObject({ token, name, password });

export const Member = z.strictObject({
  account: z.string(),
  name: z.string(),
  role: RoleName,
  coder: CoderId.nullable(),
});
export type Member = z.infer<typeof Member>;

export const AuditEntry = z.strictObject({
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  account: z.string(),
  action: z.string(),
  subject: z.string().describe('ids alone, never words of an answer'),
  detailsHash: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
