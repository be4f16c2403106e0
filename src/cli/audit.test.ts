import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, setRole } from '../access/accounts.ts';
import { makeCoding } from '../code/codings.ts';
import { NewCoding } from '../code/model.ts';
import { movePass, planPass } from '../code/passes.ts';
import { sha256 } from '../kernel/hash.ts';
import { closeStore, openStore, type Store } from '../store/database.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { CoderId } from '../study/ids.ts';
import { studyOf } from '../study/testing.ts';
import { accountCommand } from './account.ts';
import { auditCommand } from './audit.ts';
import { say } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-audit-'));
const file = join(folder, 'studies.sqlite');
const now = '2026-01-01T00:00:00.000Z';
const pass = newId();
const coding = newId();
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...given: string[]) => say([auditCommand, accountCommand], [...given, '--database', file]);

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ kind: 'sqlite', file });
  const done = await work(store);
  await closeStore(store);
  return done;
}

beforeAll(() =>
  inStore(async (store) => {
    const people = [{ answers: { q1: '망상 강화' } }];
    const studyId = await importSnapshot(store, studyOf({ people, unused: ['LH06'] }), now);
    const accountId = await createAccount(store, 'kim', now);
    await setRole(store, studyId, accountId, 'lead');
    const by = { studyId, accountId, now, role: 'lead' as const, coder: CoderId.parse('kim') };
    const assign = { coders: ['kim'], participants: 'all', shared: 1, seed: 1 };
    const plan = { id: pass, kind: 'calibration', label: 'x', codebookVersion: 1, assign };
    await planPass(store, by, plan as Parameters<typeof planPass>[2]); // brands do not matter in a test's literals
    await movePass(store, by, pass, 'open');
    const wanted = NewCoding.parse({
      id: coding,
      passId: pass,
      participant: 'P001',
      question: 'q1',
      wave: 'w1',
      code: 'LH06',
      polarity: null,
      span: null,
      textHash: sha256('망상 강화'),
      codebookVersion: 1,
      origin: 'person',
      supersedes: null,
    });
    await makeCoding(store, by, wanted);
  }),
);

describe('firsthand audit', () => {
  it('says that the trail of every study is whole', async () => {
    const { code, out } = await run('audit', 'verify');
    expect(code).toBe(0);
    expect(out).toMatch(/^server: whole: 0 entries/);
    expect(out).toMatch(/small: whole: 3 entries, 1 codings, last hash [0-9a-f]{64}/);
  });

  it('writes the trail as a table without a word of an answer', async () => {
    const { out } = await run('audit', 'export', 'small');
    expect(out.split('\n')[3]).toMatch(new RegExp(`coding made,${coding},[0-9a-f]{64},`));
    expect(out).not.toContain('망상');
  });

  it('says where it breaks, and which coding is not as it was made', async () => {
    await inStore(async (store) => {
      await store.updateTable('codings').set({ code: 'VU01' }).where('coding', '=', coding).execute();
    });
    const changed = await run('audit', 'verify', 'small');
    expect(changed).toMatchObject({
      code: 2,
      out: expect.stringContaining(`coding ${coding}: not as the trail`),
    });
    await inStore(async (store) => {
      await store.updateTable('audit').set({ account: 'lee' }).where('sequence', '=', 2).execute();
    });
    const { code, out } = await run('audit', 'verify', 'small', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject([{ chain: 'small', trail: { whole: false, brokenAt: 2 } }]);
  });
});

describe('firsthand account', () => {
  it('makes an account with a role and a link, once', async () => {
    const added = await run(
      'account',
      'add',
      '이준',
      '--study',
      'small',
      '--role',
      'coder',
      '--url',
      'https://x.example',
    );
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^https:\/\/x\.example\/#sign-in=\S{40,}\n$/),
    });
    expect((await run('account', 'list')).out).toMatch(/이준\tsmall\tcoder/);
    expect((await run('account', 'add', '이준')).code).toBe(2);
    expect((await run('account', 'reset', '이준')).code).toBe(0);
    expect((await run('account', 'link', '아무도')).code).toBe(2);
  });
});
