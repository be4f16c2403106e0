import { describe, expect, it } from 'vitest';
import { StudySnapshot } from '../study/snapshot.ts';
import { findStudy, importSnapshot, listStudies, loadSnapshot } from './snapshots.ts';
import { smallStudy } from './testing/small-study.ts';
import { onEveryDatabase } from './testing/stores.ts';

const now = '2026-01-01T00:00:00.000Z';

onEveryDatabase('studies', (store) => {
  it('come out as they went in, emoji, line breaks and decomposed originals included', async () => {
    const snapshot = smallStudy('round-trip');
    const id = await importSnapshot(store(), snapshot, now);
    expect(await loadSnapshot(store(), id)).toEqual(snapshot);
  });

  it('are found by the name they carry', async () => {
    const id = await importSnapshot(store(), smallStudy('by-name'), now);
    expect(await findStudy(store(), 'by-name')).toBe(id);
    expect(await findStudy(store(), 'nobody')).toBeNull();
    expect((await listStudies(store())).map(({ study }) => study.id)).toContain('by-name');
  });

  it('are refused a second time under the same name', async () => {
    await importSnapshot(store(), smallStudy('twice'), now);
    await expect(importSnapshot(store(), smallStudy('twice'), now)).rejects.toThrow();
  });

  it('leave nothing behind when one of their rows is refused', async () => {
    const broken = smallStudy('broken');
    // A coding of an answer that is not there, found only after everything else has been written.
    const orphan = { ...broken, answers: broken.answers.slice(0, 1) };
    await expect(importSnapshot(store(), orphan, now)).rejects.toThrow();
    expect(await findStudy(store(), 'broken')).toBeNull();
  });

  it('of three thousand participants pass the limit of values in one statement', async () => {
    const base = smallStudy('large');
    const participants = Array.from({ length: 3000 }, (_, at) => ({
      ...base.participants[0],
      id: `N${String(at).padStart(5, '0')}`,
    }));
    const large = StudySnapshot.parse({
      ...base,
      participants,
      answers: [],
      codings: [],
      assignments: null,
      themes: [],
    });
    const id = await importSnapshot(store(), large, now);
    expect((await loadSnapshot(store(), id)).participants).toHaveLength(3000);
  });
});

describe('a study in the database', () => {
  it('has the canonical order that the tests above compare with', () => {
    expect(smallStudy('x').participants.map(({ id }) => id)).toEqual(['P1', 'P2']);
  });
});
