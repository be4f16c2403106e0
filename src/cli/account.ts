/** `firsthand account`: accounts from the command line, for an administrator who has the machine but no screen yet. */
import { roles } from '../access/model.ts';
import type { Store } from '../store/database.ts';
import type { Language } from '../study/localised.ts';
import { type Command, oneOf, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

const ACTIONS = ['list', 'add', 'link', 'reset'] as const;

export const accountCommand: Command = {
  name: 'account',
  arguments: [
    { name: '<action>', words: { ko: ACTIONS.join(', '), en: ACTIONS.join(', ') } },
    { name: '[name]', words: { ko: '계정의 이름', en: "the account's name" } },
  ],
  words: {
    ko: '계정을 보이거나(list) 만들고(add), 로그인 링크를 주고(link), 비밀번호를 지웁니다(reset)',
    en: 'list accounts, add one, print a link that signs one in, or reset one: no password, no session, a link',
  },
  options: [
    databaseOption,
    {
      flags: '--study <id>',
      words: { ko: '역할을 줄 연구의 id', en: 'the id of a study to give a role in' },
    },
    {
      flags: '--role <role>',
      words: { ko: `그 연구에서의 역할: ${roles.join(', ')}`, en: `the role there: ${roles.join(', ')}` },
    },
    {
      flags: '--url <address>',
      words: {
        ko: '서버의 주소 (기본: FIRSTHAND_PUBLIC_URL 또는 http://127.0.0.1:4680)',
        en: "the server's address (default: FIRSTHAND_PUBLIC_URL, or http://127.0.0.1:4680)",
      },
    },
  ],
  async run([action, name], options, { language, out, err }) {
    const wanted = oneOf(action, 'account', ACTIONS, language);
    const role = oneOf(options.role, '--role', roles, language);
    if (wanted !== 'list' && name === undefined) throw new WrongCall(words.nameNeeded, language);
    if ((role === undefined) !== (options.study === undefined)) throw new WrongCall(words.both, language);
    const { closeStore, openStore } = await import('../store/database.ts');
    const store = await openStore(databaseAddress(options.database, process.env));
    const url = String(options.url ?? (process.env.FIRSTHAND_PUBLIC_URL || 'http://127.0.0.1:4680'));
    try {
      if (wanted === 'list') {
        for (const line of await accountLines(store)) out(`${line}\n`);
        return 0;
      }
      const now = new Date().toISOString();
      const { issueSignInLink } = await import('../access/sign-in.ts');
      const account = await accountFor(store, wanted ?? 'link', { name: name ?? '', now, language });
      if (role !== undefined)
        await giveRole(store, account, { slug: String(options.study), role, now, language });
      out(`${url}/#sign-in=${await issueSignInLink(store, account, now)}\n`);
      err(`${words.link[language]}\n`);
      return 0;
    } finally {
      await closeStore(store);
    }
  },
};

async function accountLines(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('accounts')
    .leftJoin('memberships', 'memberships.account_id', 'accounts.account_id')
    .leftJoin('studies', 'studies.study_id', 'memberships.study_id')
    .select(['accounts.account_id', 'accounts.name', 'memberships.role', 'studies.slug'])
    .orderBy('accounts.name')
    .execute();
  return rows.map(({ account_id, name, role, slug }) =>
    [account_id, name, slug ?? '', role ?? ''].join('\t'),
  );
}

interface Asked {
  name: string;
  now: string;
  language: Language;
}

async function accountFor(
  store: Store,
  action: Exclude<(typeof ACTIONS)[number], 'list'>,
  { name, now, language }: Asked,
): Promise<string> {
  const { createAccount, findAccount } = await import('../access/accounts.ts');
  const { record } = await import('../access/record.ts');
  const { SERVER_CHAIN } = await import('../access/audit.ts');
  const { endSessionsOf } = await import('../access/sign-in.ts');
  const found = await findAccount(store, name);
  if (action === 'add' && found !== null) throw new WrongCall(words.taken(name), language);
  if (action !== 'add' && found === null) throw new WrongCall(words.unknown(name), language);
  const by = { studyId: SERVER_CHAIN, accountId: 'command line', now };
  return record(store, by, async ({ transaction, did }) => {
    if (found === null) {
      const account = await createAccount(transaction, name, now);
      did('account made', account, {});
      return account;
    }
    if (action === 'reset') {
      await transaction.deleteFrom('passwords').where('account_id', '=', found).execute();
      await endSessionsOf(transaction, found);
      did('account reset', found, {});
    }
    return found;
  });
}

async function giveRole(
  store: Store,
  account: string,
  { slug, role, now, language }: Omit<Asked, 'name'> & { slug: string; role: (typeof roles)[number] },
): Promise<void> {
  const { setRole } = await import('../access/accounts.ts');
  const { record } = await import('../access/record.ts');
  const { findStudy } = await import('../store/snapshots.ts');
  const studyId = await findStudy(store, slug);
  if (studyId === null) throw new WrongCall(words.noStudy(slug), language);
  await record(store, { studyId, accountId: 'command line', now }, async ({ transaction, did, tell }) => {
    await setRole(transaction, studyId, account, role);
    did('role given', account, { role });
    tell({ kind: 'members', id: account });
  });
}

const words = {
  nameNeeded: { ko: '계정의 이름이 필요합니다', en: "expected the account's name" },
  both: { ko: '--study와 --role은 함께 씁니다', en: '--study and --role go together' },
  taken: (name: string) => ({
    ko: `${name}: 이미 있는 이름입니다. 다른 이름이 필요합니다`,
    en: `${name}: there is an account of this name; expected another`,
  }),
  unknown: (name: string) => ({
    ko: `${name}: 이런 계정이 없습니다. \`account list\`에서 확인해 주십시오`,
    en: `${name}: there is no such account; expected one that \`account list\` shows`,
  }),
  noStudy: (slug: string) => ({
    ko: `데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
    en: `the database has no study called \`${slug}\`; expected the id of one that it has`,
  }),
  link: {
    ko: '한 시간 안에 한 번 쓸 수 있는 링크입니다. 들어가서 비밀번호를 정해 주십시오',
    en: 'this link signs in once, within the hour; set a password after that',
  },
};
