import { describe, expect, it } from 'vitest';
import type { StudySnapshot } from '../study/snapshot.ts';
import { StudySnapshot as Schema } from '../study/snapshot.ts';
import { findStudy, importSnapshot, listStudies, loadSnapshot } from './snapshots.ts';
import { onEveryDatabase } from './testing/stores.ts';

const now = '2026-01-01T00:00:00.000Z';

onEveryDatabase('studies', (store) => {
  it('come out as they went in, emoji, line breaks and decomposed originals included', async () => {
    const snapshot = studyNamed('round-trip');
    const id = await importSnapshot(store(), snapshot, now);
    expect(await loadSnapshot(store(), id)).toEqual(snapshot);
  });

  it('are found by the name they carry', async () => {
    const id = await importSnapshot(store(), studyNamed('by-name'), now);
    expect(await findStudy(store(), 'by-name')).toBe(id);
    expect(await findStudy(store(), 'nobody')).toBeNull();
    expect((await listStudies(store())).map(({ study }) => study.id)).toContain('by-name');
  });

  it('are refused a second time under the same name', async () => {
    await importSnapshot(store(), studyNamed('twice'), now);
    await expect(importSnapshot(store(), studyNamed('twice'), now)).rejects.toThrow();
  });

  it('leave nothing behind when one of their rows is refused', async () => {
    const broken = studyNamed('broken');
    // A coding of an answer that is not there, found only after everything else has been written.
    const orphan = { ...broken, answers: broken.answers.slice(0, 1) };
    await expect(importSnapshot(store(), orphan, now)).rejects.toThrow();
    expect(await findStudy(store(), 'broken')).toBeNull();
  });

  it('of three thousand participants pass the limit of values in one statement', async () => {
    const base = studyNamed('large');
    const participants = Array.from({ length: 3000 }, (_, at) => ({
      ...base.participants[0],
      id: `N${String(at).padStart(5, '0')}`,
    }));
    const large = Schema.parse({
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
    expect(studyNamed('x').participants.map(({ id }) => id)).toEqual(['P1', 'P2']);
  });
});

function studyNamed(slug: string): StudySnapshot {
  const words = { ko: '연구', en: 'Study' };
  const at = { participant: 'P1', wave: 'w1' };
  return Schema.parse({
    format: 1,
    study: {
      id: slug,
      title: words,
      synthetic: true,
      method: 'directed content analysis',
      languages: ['ko', 'en'],
      frame: { id: 'none', label: words, domains: [] },
      questions: [
        { id: 'q2', concept: 'experience', label: words, text: words },
        { id: 'q1', concept: 'priority', label: words, text: words },
      ],
      waves: [{ id: 'w1', opens: '2026-01-01', closes: '2026-02-01' }],
      coders: [{ id: 'A', name: 'A' }],
      consent: words,
    },
    participants: [
      { id: 'P1', language: 'ko', consent: 'quotation', withdrawn: null, attributes: { role: 'resident' } },
      { id: 'P2', language: 'en', consent: 'analysis', withdrawn: '2026-01-05', attributes: {} },
    ],
    answers: [
      { ...at, question: 'q2', text: '망상 👩‍⚕️\r\n둘째 줄 "따옴표"', standing: 'interpretable' },
      { ...at, question: 'q1', text: '가', original: '가', standing: 'undecided' },
    ],
    codebook: { version: 2, codes: [{ id: 'LH01', label: words, definition: words, origin: 'prior' }] },
    assignments: [{ participant: 'P1', coder: 'A', pass: 'independent' }],
    codings: [
      {
        ...at,
        id: 'C1',
        question: 'q2',
        code: 'LH01',
        coder: 'A',
        pass: 'independent',
        polarity: 'negative',
        span: { start: 0, end: 2, quote: '망상' },
        origin: 'person',
        codebookVersion: 2,
      },
      {
        ...at,
        id: 'C2',
        question: 'q1',
        code: 'LH01',
        coder: 'A',
        pass: 'consensus',
        polarity: null,
        span: null,
        origin: 'person',
        codebookVersion: 2,
      },
    ],
    themes: [
      { id: 'z-first', label: words, questions: ['q2'], codes: ['LH01'], narrative: [], negativeCases: [] },
      { id: 'a-second', label: words, questions: ['q1'], codes: ['LH01'], narrative: [], negativeCases: [] },
    ],
    priorities: [{ id: 'p', label: words, statement: words, codes: ['LH01'] }],
  });
}
