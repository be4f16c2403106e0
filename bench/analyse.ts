/**
 * How long an analysis takes: the sample study, a large generated one, and three sizes that show that time grows in
 * proportion to the codings.
 */
import { existsSync } from 'node:fs';
import { randomBelow, seededRandom } from '../packages/methods/src/index.ts';
import { readStudyFolder } from '../src/collect/index.ts';
import { analyse } from '../src/report/analyse.ts';
import { StudySnapshot } from '../src/study/snapshot.ts';

const SAMPLE = 'examples/genai-psychiatry';
const QUESTIONS = [
  ['q1', 'experience'],
  ['q2', 'interpretation'],
  ['q3', 'priority'],
] as const;
const THEMES = 20;
const CODES_A_THEME = 3;
const LARGE = 10_000;

export default async function benchAnalyse(): Promise<object> {
  const sample_s = await sampleSeconds();
  const sizes = [2_500, 5_000, LARGE].map((participants) => {
    const snapshot = generatedStudy(participants);
    return { participants, codings: snapshot.codings.length, wall_s: timed(snapshot) };
  });
  const large = sizes.at(-1);
  return { sample_s, large: { ...large, rss_mb: Math.round(process.resourceUsage().maxRSS / 1024) }, sizes };
}

function timed(snapshot: StudySnapshot): number {
  const start = performance.now();
  analyse(snapshot, { seed: 1, snapshot: 'bench' });
  return Math.round(performance.now() - start) / 1000;
}

async function sampleSeconds(): Promise<number | null> {
  if (!existsSync(SAMPLE)) {
    console.error(`${SAMPLE} is not there; sample_s is null`);
    return null;
  }
  return timed(await readStudyFolder(SAMPLE));
}

/**
 * A study of three questions, each with 20 themes of three codes; six codings a participant. Half of the participants
 * were coded by two people on their own; in the consensus a third of the answers has no code, a third one, a third two.
 */
export function generatedStudy(participants: number): StudySnapshot {
  const random = seededRandom(7);
  const people = Array.from({ length: participants }, (_, at) => `P${at}`);
  const code = (question: string, theme: number, member: number) => `${question}-t${theme}-c${member}`;
  const codings: object[] = [];
  for (const [at, participant] of people.entries()) {
    for (const [asked, [question]] of QUESTIONS.entries()) {
      const chosen = code(question, skewed(random), randomBelow(random, CODES_A_THEME));
      const drawn = code(question, skewed(random), randomBelow(random, CODES_A_THEME));
      const other = drawn === chosen ? code(question, 0, drawn.endsWith('c0') ? 1 : 0) : drawn;
      const given: string[][] = [];
      if (isDoubleCoded(at)) {
        given.push(['anna', 'independent', chosen], ['ben', 'independent', random() < 0.7 ? chosen : other]);
      }
      const agreed = (at + asked) % 3;
      if (agreed > 0) given.push(['lead', 'consensus', chosen]);
      if (agreed > 1) given.push(['lead', 'consensus', other]);
      for (const [coder, pass, id] of given) {
        codings.push({
          id: `K${codings.length}`,
          participant,
          question,
          wave: 'w1',
          code: id,
          coder,
          pass,
          polarity: (['positive', 'negative', null] as const)[randomBelow(random, 3)],
          span: null,
          origin: 'person',
          codebookVersion: 1,
        });
      }
    }
  }
  const themes = QUESTIONS.flatMap(([question]) =>
    Array.from({ length: THEMES }, (_, theme) => ({
      id: `${question}-t${theme}`,
      label: { en: `Theme ${theme} of ${question}` },
      questions: [question],
      codes: Array.from({ length: CODES_A_THEME }, (_, member) => code(question, theme, member)),
    })),
  );
  return StudySnapshot.parse({
    format: 1,
    study: {
      id: 'generated',
      title: { en: 'Generated for the benchmark' },
      synthetic: true,
      method: 'directed content analysis',
      languages: ['ko', 'en'],
      frame: { id: 'none', label: { en: 'None' }, domains: [] },
      questions: QUESTIONS.map(([id, concept]) => ({ id, concept, label: { en: id }, text: { en: id } })),
      waves: [{ id: 'w1', opens: '2026-01-01', closes: '2026-02-01' }],
      attributes: [{ id: 'role', label: { en: 'Role' }, kind: 'category' }],
      consent: { en: 'I agree.' },
    },
    participants: people.map((id) => ({
      id,
      language: random() < 0.6 ? 'ko' : 'en',
      consent: random() < 0.85 ? 'quotation' : 'analysis',
      withdrawn: null,
      attributes: { role: `r${randomBelow(random, 6)}` },
    })),
    answers: people.flatMap((participant) =>
      QUESTIONS.map(([question]) => ({
        participant,
        question,
        wave: 'w1',
        text: `An answer of ${participant} to ${question}, long enough to be quoted in a report.`,
        standing: 'interpretable',
      })),
    ),
    codebook: {
      version: 1,
      codes: themes
        .flatMap(({ codes }) => codes)
        .map((id) => ({ id, label: { en: id }, definition: { en: id }, origin: 'prior' })),
    },
    assignments: people.flatMap((participant, at) => [
      ...(isDoubleCoded(at) ? ['anna', 'ben'] : []).map((coder) => ({
        participant,
        coder,
        pass: 'independent',
      })),
      { participant, coder: 'lead', pass: 'consensus' },
    ]),
    codings,
    themes,
    priorities: Array.from({ length: 12 }, (_, at) => ({
      id: `p${at}`,
      label: { en: `Priority ${at}` },
      statement: { en: `Do ${at} first.` },
      codes: [code('q3', at, 0), code('q3', at, 1)],
    })),
  });
}

const isDoubleCoded = (at: number): boolean => at % 2 === 0;

/** Themes are not equally frequent: the first is some ten times as frequent as the last. */
function skewed(random: () => number): number {
  return Math.floor(THEMES * random() ** 1.7);
}
