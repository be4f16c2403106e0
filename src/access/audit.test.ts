import { describe, expect, it } from 'vitest';
import type { Store } from '../store/database.ts';
import { onEveryDatabase } from '../store/testing/stores.ts';
import { verifyChain } from './audit.ts';
import { record } from './record.ts';

const now = '2026-01-01T08:00:00.000Z';

async function act(store: Store, studyId: string, times: number): Promise<void> {
  for (let at = 1; at <= times; at++) {
    await record(store, { studyId, accountId: 'a', now }, async ({ did }) => {
      did('coding made', `C${at}`, { code: 'LH06', quote: '약을 끊어도' });
      did('memo written', `M${at}`, { text: '말' });
    });
  }
}

onEveryDatabase('the audit trail', (store) => {
  it('is whole while nobody touches it, and empty before anything is done', async () => {
    expect(await verifyChain(store(), 'nothing')).toMatchObject({ whole: true, entries: 0 });
    await act(store(), 'whole', 3);
    expect(await verifyChain(store(), 'whole')).toMatchObject({ whole: true, entries: 6 });
  });

  it('stays one chain when several write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => act(store(), 'crowd', 2)));
    expect(await verifyChain(store(), 'crowd')).toMatchObject({ whole: true, entries: 80 });
  });

  it('holds no word of what was done', async () => {
    await act(store(), 'words', 1);
    const rows = await store().selectFrom('audit').selectAll().where('study_id', '=', 'words').execute();
    expect(JSON.stringify(rows)).not.toMatch(/약을|말/);
  });

  it('keeps nothing of what was undone', async () => {
    const undone = record(store(), { studyId: 'undone', accountId: 'a', now }, async ({ did }) => {
      did('coding made', 'C1', {});
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    expect(await verifyChain(store(), 'undone')).toMatchObject({ whole: true, entries: 0 });
  });

  const harms: [string, (store: Store, studyId: string) => Promise<unknown>, object][] = [
    [
      'an entry that was changed',
      (db, study) =>
        db
          .updateTable('audit')
          .set({ account: 'b' })
          .where('study_id', '=', study)
          .where('sequence', '=', 3)
          .execute(),
      { whole: false, brokenAt: 3, why: 'changed' },
    ],
    [
      'an entry that was taken out',
      (db, study) => db.deleteFrom('audit').where('study_id', '=', study).where('sequence', '=', 4).execute(),
      { whole: false, brokenAt: 4, why: 'missing' },
    ],
    [
      'entries cut off at the end',
      (db, study) => db.deleteFrom('audit').where('study_id', '=', study).where('sequence', '>', 4).execute(),
      { whole: false, brokenAt: 5, why: 'end cut off' },
    ],
  ];
  describe('notices', () => {
    it.each(harms)('%s', async (name, harm, verdict) => {
      const study = `harmed: ${name}`;
      await act(store(), study, 3);
      await harm(store(), study);
      expect(await verifyChain(store(), study)).toMatchObject(verdict);
    });
  });
});
