/** Large studies in the shape of the sample study: its questions and codebook, other participants, other answers. */
import { type Random, randomBelow, seededRandom } from '../../packages/methods/src/index.ts';
import type { Coding } from '../../src/study/model.ts';
import { StudySnapshot } from '../../src/study/snapshot.ts';
import { answerWriter } from './generated-answers.ts';

const MOST_SENTENCES = 4;
const SHARE_KOREAN = 0.6;

type Span = NonNullable<Coding['span']>;

/** What a generated study does not take from the sample. */
type Generated = Record<'participants' | 'answers', object[]>;

function inShapeOf(sample: StudySnapshot, id: string, rows: Generated): StudySnapshot {
  return StudySnapshot.parse({
    ...sample,
    ...rows,
    study: { ...sample.study, id, coders: [] },
    codings: [],
    assignments: null,
    themes: [],
    priorities: [],
  });
}

/** Every participant answers every question of the sample; nothing is coded yet. */
export function largeStudy(
  sample: StudySnapshot,
  { id, participants, seed }: { id: string; participants: number; seed: number },
): StudySnapshot {
  const random = seededRandom(seed);
  const write = answerWriter(sample, random);
  const people = Array.from({ length: participants }, (_, at) => ({
    ...sample.participants[randomBelow(random, sample.participants.length)],
    id: `P${String(at + 1).padStart(5, '0')}`,
    language: random() < SHARE_KOREAN ? ('ko' as const) : ('en' as const),
    withdrawn: null,
  }));
  return inShapeOf(sample, id, {
    participants: people,
    answers: people.flatMap(({ id: participant, language }) =>
      sample.study.questions.map((question) => ({
        participant,
        question: question.id,
        wave: sample.study.waves[0]?.id,
        text: write(language, 1 + randomBelow(random, MOST_SENTENCES)).normalize('NFC'),
        standing: 'interpretable',
      })),
    ),
  });
}

export const DOCUMENT_PARTICIPANT = 'P00001';

/** One participant with one long text, such as an interview, in paragraphs of up to eight sentences. */
export function documentStudy(
  sample: StudySnapshot,
  { id, bytes, seed }: { id: string; bytes: number; seed: number },
): StudySnapshot {
  const random = seededRandom(seed);
  const write = answerWriter(sample, random);
  const paragraphs: string[] = [];
  for (let length = 0; length < bytes; ) {
    const language = random() < SHARE_KOREAN ? 'ko' : 'en';
    const paragraph = write(language, 1 + randomBelow(random, 8)).normalize('NFC');
    paragraphs.push(paragraph);
    length += Buffer.byteLength(paragraph) + 1;
  }
  return inShapeOf(sample, id, {
    participants: [{ ...sample.participants[0], id: DOCUMENT_PARTICIPANT, language: 'ko', withdrawn: null }],
    answers: [
      {
        participant: DOCUMENT_PARTICIPANT,
        question: sample.study.questions[0]?.id,
        wave: sample.study.waves[0]?.id,
        text: paragraphs.join('\n'),
        standing: 'interpretable',
      },
    ],
  });
}

/** Passages spread over the whole text, up to 80 code points long, so that neighbours overlap now and then. */
export function passagesOf(text: string, count: number, random: Random): Span[] {
  const letters = Array.from(text);
  const step = letters.length / count;
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor(at * step + random() * (step - 1));
    const end = Math.min(letters.length, start + 5 + randomBelow(random, 75));
    return { start, end, quote: letters.slice(start, end).join('') };
  });
}
