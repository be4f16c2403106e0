/** Letting somebody into a study: a link that works once, within a fortnight, for the role that it was made for. */
import { v7 as newId } from 'uuid';
import type { Store } from '../store/database.ts';
import type { InvitationTable } from '../store/people-tables.ts';
import { CoderId } from '../study/ids.ts';
import { Study } from '../study/model.ts';
import { createAccount, loginOf, type Role, roleIn, setRole } from './accounts.ts';
import { takeCoder } from './coders.ts';
import type { InvitationSeen } from './model.ts';
import { keepPassword, passwordHash } from './passwords.ts';
import { type Author, type Recording, record } from './record.ts';
import { coderTaken, invitationUnknown, nameTaken } from './refusals.ts';
import { type Account, openSession } from './sign-in.ts';
import { newToken, tokenHash } from './tokens.ts';

const DAYS = 14;

/** @returns the token for the one who is invited; only its hash is kept */
export async function invite(
  store: Store,
  by: Author,
  { role, coder }: { role: Role; coder?: CoderId },
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken();
  const expiresAt = new Date(Date.parse(by.now) + DAYS * 24 * 60 * 60 * 1000).toISOString();
  await record(store, by, async ({ transaction, did }) => {
    if (coder !== undefined && !(await isFree(transaction, by.studyId, coder))) throw coderTaken();
    await transaction
      .insertInto('invitations')
      .values({
        token_hash: tokenHash(token),
        study_id: by.studyId,
        role,
        coder: coder ?? null,
        expires_at: expiresAt,
      })
      .execute();
    did('invited', tokenHash(token).slice(0, 12), { role, coder: coder ?? null, expiresAt });
  });
  return { token, expiresAt };
}

async function isFree(store: Store, studyId: string, coder: string): Promise<boolean> {
  const row = await store
    .selectFrom('coders')
    .select('coder')
    .where('study_id', '=', studyId)
    .where('coder', '=', coder)
    .where('account_id', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the invitation is to. @throws Refusal */
export async function seeInvitation(store: Store, token: string, now: string): Promise<InvitationSeen> {
  const { study_id, role } = await validInvitation(store, token, now);
  const { document } = await store
    .selectFrom('studies')
    .select('document')
    .where('study_id', '=', study_id)
    .executeTakeFirstOrThrow();
  const { id, title } = Study.parse(JSON.parse(document));
  return { study: id, title, role };
}

async function validInvitation(store: Store, token: string, now: string): Promise<InvitationTable> {
  const row = await store
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now) throw invitationUnknown();
  return row;
}

/** Somebody new comes in with a name and a password. @returns the session's token @throws Refusal */
export async function acceptInvitation(
  store: Store,
  { token, name, password }: { token: string; name: string; password: string },
  now: string,
): Promise<string> {
  // Before the transaction: it takes a tenth of a second, for which nobody else should wait.
  const { study_id } = await validInvitation(store, token, now);
  const hashed = await passwordHash(password);
  const accountId = newId();
  return record(store, { studyId: study_id, accountId, now }, async (recording) => {
    const { transaction } = recording;
    const taken = await transaction
      .selectFrom('accounts')
      .select('account_id')
      .where('login', '=', loginOf(name))
      .executeTakeFirst();
    if (taken !== undefined) throw nameTaken();
    await createAccount(transaction, name.normalize('NFC').trim(), now, { accountId });
    await keepPassword(transaction, accountId, hashed, now);
    await spend(recording, accountId, token, now);
    return openSession(transaction, accountId, now);
  });
}

/** Somebody who is signed in already joins the study. @throws Refusal */
export async function joinByInvitation(
  store: Store,
  { accountId }: Account,
  token: string,
  now: string,
): Promise<void> {
  const { study_id } = await validInvitation(store, token, now);
  await record(store, { studyId: study_id, accountId, now }, async (recording) => {
    await spend(recording, accountId, token, now);
  });
}

async function spend(
  { transaction, did, tell }: Recording,
  accountId: string,
  token: string,
  now: string,
): Promise<void> {
  // Deleting is what spends it: of two who come at once, one alone gets the row back.
  const invitation = await transaction
    .deleteFrom('invitations')
    .where('token_hash', '=', tokenHash(token))
    .returningAll()
    .executeTakeFirst();
  if (invitation === undefined || invitation.expires_at <= now) throw invitationUnknown();
  const { study_id, role, coder } = invitation;
  if (coder !== null && !(await takeCoder(transaction, study_id, accountId, CoderId.parse(coder)))) {
    throw coderTaken();
  }
  // An invitation takes nothing from somebody who may do more already.
  const before = await roleIn(transaction, study_id, accountId);
  const better = before === 'lead' || (before === 'coder' && role === 'reader') ? before : role;
  await setRole(transaction, study_id, accountId, better);
  did('joined', accountId, { role: better, coder });
  tell({ kind: 'members', id: accountId });
}
