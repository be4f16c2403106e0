/** A study of two imaginary participants with all that a row can hold: emoji, line breaks, decomposed originals. */
import { StudySnapshot } from '../../study/snapshot.ts';

export function smallStudy(slug: string): StudySnapshot {
  const words = { ko: '연구', en: 'Study' };
  const at = { participant: 'P1', wave: 'w1' };
  return StudySnapshot.parse({
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
