/** Who is in a study, and as what. */
import type { Store } from '../store/database.ts';
import { CoderId } from '../study/ids.ts';
import { type Role, roleIn, setRole } from './accounts.ts';
import type { Member } from './model.ts';
import { type Author, record } from './record.ts';
import { lastLead, memberUnknown } from './refusals.ts';

/** By name. */
export async function membersOf(store: Store, studyId: string): Promise<Member[]> {
  const rows = await store
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.account_id', 'memberships.account_id')
    .leftJoin('coders', (join) =>
      join
        .onRef('coders.study_id', '=', 'memberships.study_id')
        .onRef('coders.account_id', '=', 'memberships.account_id'),
    )
    .select(['accounts.account_id', 'accounts.name', 'memberships.role', 'coders.coder'])
    .where('memberships.study_id', '=', studyId)
    .orderBy('accounts.name')
    .execute();
  return rows.map(({ account_id, name, role, coder }) => ({
    account: account_id,
    name,
    role,
    coder: coder === null ? null : CoderId.parse(coder),
  }));
}

/** Gives a member another role, or with null none: they are out at once. @throws Refusal */
export async function changeMember(
  store: Store,
  by: Author,
  accountId: string,
  role: Role | null,
): Promise<void> {
  await record(store, by, async ({ transaction, did, tell }) => {
    const before = await roleIn(transaction, by.studyId, accountId);
    if (before === null) throw memberUnknown();
    if (before === role) return;
    if (before === 'lead' && (await countLeads(transaction, by.studyId)) === 1) throw lastLead();
    if (role !== null) await setRole(transaction, by.studyId, accountId, role);
    else {
      await transaction
        .deleteFrom('memberships')
        .where('study_id', '=', by.studyId)
        .where('account_id', '=', accountId)
        .execute();
    }
    did(role === null ? 'member left' : 'role given', accountId, { role });
    tell({ kind: 'members', id: accountId });
  });
}

async function countLeads(store: Store, studyId: string): Promise<number> {
  const rows = await store
    .selectFrom('memberships')
    .select('account_id')
    .where('study_id', '=', studyId)
    .where('role', '=', 'lead')
    .execute();
  return rows.length;
}
