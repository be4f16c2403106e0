/**
 * Small studies by hand, for tests: a few words a participant, so that a reader can check every number of an analysis
 * with pencil and paper.
 */
import type { CodeId } from './ids.ts';
import type { Coding, Concept, Polarity, Standing } from './model.ts';
import { StudySnapshot } from './snapshot.ts';

type AnswerSketch = string | { text: string; standing: Standing };

/**
 * Codes of one question's answer in one string: `'fear+ cost'` gives `fear` with positive polarity and `cost` with
 * none. Marks: `+` positive, `-` negative, `±` mixed, `=` neutral. `fear@0-5` puts the code on code points 0 to 5.
 */
type CodesSketch = Record<string, string>;

export interface PersonSketch {
  /** How many such people; each gets an id of its own. */
  times?: number;
  id?: string;
  language?: 'ko' | 'en';
  consent?: 'analysis' | 'quotation';
  withdrawn?: string;
  /** Attributes of the participant, such as `{ role: 'resident' }`. */
  attributes?: Record<string, string>;
  /** By question. Without it, each question that carries codes gets a text that names participant and question. */
  answers?: Record<string, AnswerSketch>;
  /** Consensus codings by question. */
  agreed?: CodesSketch;
  /** Independent codings by coder, then question; a coder named here was given the participant. */
  coded?: Record<string, CodesSketch>;
}

export interface StudySketch {
  people: PersonSketch[];
  /** Question ids with their concepts. */
  questions?: Record<string, Concept>;
  method?: StudySnapshot['study']['method'];
  threshold?: number;
  breakdowns?: string[];
  invited?: number;
  themes?: Record<
    string,
    { questions: string[]; codes: string[]; claims?: { text: string; codings: string[] }[] }
  >;
  priorities?: Record<string, string[]>;
  /** Codes beside those that somebody gave. */
  unused?: string[];
  /** Codes about the standing of an answer, such as "non-answer". */
  standingCodes?: string[];
  /** `false`: nobody recorded who was given what. */
  assignments?: boolean;
}

const threeQuestions: Record<string, Concept> = { q1: 'experience', q2: 'interpretation', q3: 'priority' };

/** A complete, valid snapshot. @throws ZodError where the sketch makes no valid study. */
export function studyOf(sketch: StudySketch): StudySnapshot {
  const concepts = sketch.questions ?? threeQuestions;
  const people = sketch.people.flatMap(({ times = 1, ...person }) =>
    Array.from({ length: times }, () => person),
  );
  const rows = people.map((person, at) => rowsOf(person, person.id ?? `P${String(at + 1).padStart(3, '0')}`));
  const codings = rows.flatMap((row) => row.codings);
  const codes = new Set([
    ...codings.map((coding) => coding.code as string),
    ...Object.values(sketch.themes ?? {}).flatMap((theme) => theme.codes),
    ...Object.values(sketch.priorities ?? {}).flat(),
    ...(sketch.unused ?? []),
    ...(sketch.standingCodes ?? []),
  ]);
  const attributes = new Set(people.flatMap((person) => Object.keys(person.attributes ?? {})));
  const coders = new Set(codings.map((coding) => coding.coder as string));
  for (const person of people) for (const coder of Object.keys(person.coded ?? {})) coders.add(coder);
  return StudySnapshot.parse({
    format: 1,
    study: {
      id: 'small',
      title: { en: 'A small study', ko: '작은 연구' },
      synthetic: true,
      method: sketch.method ?? 'directed content analysis',
      languages: ['ko', 'en'],
      frame: {
        id: 'psychiatry',
        label: { en: 'Psychiatry' },
        domains: [{ id: 'standing', kind: 'standing', label: { en: 'Standing' } }],
      },
      questions: Object.entries(concepts).map(([id, concept]) => ({
        id,
        concept,
        label: { en: id },
        text: { en: `What about ${id}?` },
      })),
      waves: [{ id: 'w1', opens: '2026-01-01', closes: '2026-02-01', invited: sketch.invited }],
      attributes: [...attributes].map((id) => ({ id, label: { en: id }, kind: 'category' })),
      breakdowns: sketch.breakdowns ?? ['language', ...attributes],
      coders: [...coders].map((id) => ({ id, name: id })),
      consent: { en: 'I agree.' },
      threshold: sketch.threshold ?? 0,
    },
    participants: rows.map((row) => row.participant),
    answers: rows.flatMap((row) => row.answers),
    codebook: {
      version: 1,
      codes: [...codes].map((id) => ({
        id,
        label: { en: id },
        definition: { en: `About ${id}.` },
        domain: sketch.standingCodes?.includes(id) ? 'standing' : undefined,
        origin: 'prior',
      })),
    },
    assignments: sketch.assignments === false ? null : rows.flatMap((row) => row.assignments),
    codings,
    themes: Object.entries(sketch.themes ?? {}).map(([id, theme]) => ({
      id,
      label: { en: id },
      questions: theme.questions,
      codes: theme.codes,
      narrative: (theme.claims ?? []).map((claim) => ({ text: { en: claim.text }, codings: claim.codings })),
    })),
    priorities: Object.entries(sketch.priorities ?? {}).map(([id, list]) => ({
      id,
      label: { en: id },
      statement: { en: `Do ${id} first.` },
      codes: list,
    })),
  });
}

/** The id that `studyOf` gives a coding: participant, question, code, and the coder where it is not the consensus. */
export function codingIdOf(participant: string, question: string, code: string, coder = 'agreed'): string {
  return `${participant}.${question}.${code}.${coder}`;
}

function rowsOf(person: Omit<PersonSketch, 'times'>, id: string) {
  const layers = [
    ...(person.agreed ? [{ coder: 'agreed', pass: 'consensus' as const, codes: person.agreed }] : []),
    ...Object.entries(person.coded ?? {}).map(([coder, codes]) => ({
      coder,
      pass: 'independent' as const,
      codes,
    })),
  ];
  const answers: Record<string, AnswerSketch> =
    person.answers ??
    Object.fromEntries(
      layers
        .flatMap((layer) => Object.keys(layer.codes))
        .map((question) => [question, `${id} says this to ${question}.`]),
    );
  return {
    participant: {
      id,
      language: person.language ?? 'en',
      consent: person.consent ?? 'quotation',
      withdrawn: person.withdrawn ?? null,
      attributes: person.attributes ?? {},
    },
    answers: Object.entries(answers).map(([question, answer]) => ({
      participant: id,
      question,
      wave: 'w1',
      ...(typeof answer === 'string' ? { text: answer, standing: 'interpretable' } : answer),
    })),
    assignments: layers.map(({ coder, pass }) => ({ participant: id, coder, pass })),
    codings: layers.flatMap(({ coder, pass, codes }) =>
      Object.entries(codes).flatMap(([question, list]) => {
        const answer = answers[question] ?? '';
        const text = typeof answer === 'string' ? answer : answer.text;
        return list
          .split(' ')
          .filter((word) => word !== '')
          .map((word) => codingOf(word, { participant: id, question, coder, text }, pass));
      }),
    ),
  };
}

const polarities: Record<string, Polarity> = {
  '+': 'positive',
  '-': 'negative',
  '±': 'mixed',
  '=': 'neutral',
};

function codingOf(
  word: string,
  at: { participant: string; question: string; coder: string; text: string },
  pass: Coding['pass'],
) {
  const [, code = '', mark = '', start, end] = /^([^+\-±=@]+)([+\-±=]?)(?:@(\d+)-(\d+))?$/.exec(word) ?? [];
  if (code === '') throw new TypeError(`${word}: expected a code such as fear, fear+ or fear-@0-5`);
  const span =
    start === undefined
      ? null
      : {
          start: Number(start),
          end: Number(end),
          quote: [...at.text].slice(Number(start), Number(end)).join(''),
        };
  return {
    id: codingIdOf(at.participant, at.question, code, at.coder),
    participant: at.participant,
    question: at.question,
    wave: 'w1',
    code: code as CodeId, // parsed with the whole study
    coder: at.coder,
    pass,
    polarity: polarities[mark] ?? null,
    span,
    origin: 'person' as const,
    codebookVersion: 1,
  };
}
