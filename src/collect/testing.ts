/** Whole studies at random, with the texts that break file formats, for laws that must hold of every study. */
import fc from 'fast-check';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { StudySnapshot } from '../study/snapshot.ts';
import { standingByRule } from '../study/standing.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';

const hard = fc.constantFrom(
  '없음',
  '-',
  '=1+1',
  "'=1",
  "''-2",
  '+82-10-1234-5678',
  '@here',
  '줄\r\n바꿈',
  '\r',
  '\n',
  '"따옴표"',
  'a,b;c\td',
  '의무기록'.normalize('NFD'),
  'é'.normalize('NFD'),
  '👩‍⚕️🇰🇷',
  '\uFEFF',
  ' 앞뒤 ',
  '# no comment',
  'key: value',
  '*alias',
  'null',
  '012',
  '\u0085\u2028',
);
const anyText = fc
  .oneof(
    hard,
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hard, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
  )
  .map((text) => text.replaceAll('\0', ''));
const words = anyText.map((text) => (text === '' ? '말' : text).normalize('NFC'));
const shortWords = words.map((text) => sliceCodePoints(text, 0, 60));
const localised = fc.oneof(
  fc.record({ ko: words }),
  fc.record({ en: words }),
  fc.record({ ko: words, en: words }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = fc
  .stringMatching(/^[a-zA-Z0-9가-힣][a-zA-Z0-9가-힣._-]{0,8}$/)
  .filter((text) => text === text.normalize('NFC'));
const ids = (min: number, max: number) => fc.uniqueArray(id, { minLength: min, maxLength: max });
const cellWords = shortWords.map((text) => text.trim().normalize('NFC')).filter((text) => text !== '');

/** Complete snapshots in canonical order in which every reference holds. */
export const anySnapshot: fc.Arbitrary<StudySnapshot> = fc
  .record({
    questions: ids(1, 3),
    waves: ids(1, 2),
    coders: ids(1, 3),
    codes: ids(1, 4),
    participants: ids(0, 5),
    attributes: fc.uniqueArray(fc.stringMatching(/^x[a-z0-9_]{0,5}$/), { maxLength: 2 }),
  })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      study: fc.record({
        title: localised,
        description: maybe(localised),
        consent: localised,
        label: localised,
        limits: fc.array(localised, { maxLength: 2 }),
        threshold: fc.nat(20),
        coderName: shortWords,
      }),
      people: fc.tuple(...names.participants.map(() => person(names.attributes))),
      answers: fc.tuple(...cells(names).map(() => fc.option(answer))),
      codings: fc.array(coding(names), { maxLength: 12 }),
      assignments: fc.boolean(),
      cite: fc.boolean(),
      localised,
    }),
  )
  .map(({ names, study, people, answers, codings, assignments, cite, localised: text }) => {
    const given = cells(names).flatMap((cell, at) => {
      const one = answers[at];
      return one ? [{ ...cell, ...one }] : [];
    });
    const made = given.length === 0 ? [] : codingsOn(given, codings);
    const claim = { text, codings: made.slice(0, 2).map((one) => one.id) };
    return inCanonicalOrder(
      StudySnapshot.parse({
        format: 1,
        study: {
          id: 'any',
          title: study.title,
          description: study.description,
          synthetic: true,
          method: 'directed content analysis',
          languages: ['ko', 'en'],
          frame: { id: 'f', label: study.label, domains: [{ id: 'd', kind: 'lens', label: study.label }] },
          questions: names.questions.map((each) => ({
            id: each,
            concept: 'other',
            label: text,
            text: study.title,
          })),
          waves: names.waves.map((each) => ({ id: each, opens: '2026-01-01', closes: '2026-02-01' })),
          attributes: names.attributes.map((each) => ({ id: each, label: text, kind: 'category' })),
          breakdowns: ['language', ...names.attributes],
          coders: names.coders.map((each) => ({ id: each, name: study.coderName })),
          consent: study.consent,
          threshold: study.threshold,
          limits: study.limits,
        },
        participants: names.participants.map((each, at) => ({ id: each, ...people[at] })),
        answers: given,
        codebook: {
          version: 3,
          codes: names.codes.map((each, at) => ({
            id: each,
            label: text,
            definition: study.consent,
            origin: 'prior',
            ...(at > 0 ? { parent: names.codes[0], domain: 'd', examples: [study.coderName] } : {}),
          })),
        },
        assignments: assignments
          ? names.participants.map((participant) => ({
              participant,
              coder: names.coders[0],
              pass: 'independent',
            }))
          : null,
        codings: made,
        themes: [
          {
            id: 't',
            label: text,
            questions: names.questions,
            codes: names.codes,
            narrative: cite && made.length > 0 ? [claim] : [],
          },
        ],
        priorities: [{ id: 'p', label: text, statement: study.title, codes: names.codes }],
      }),
    );
  });

interface Names {
  questions: string[];
  waves: string[];
  coders: string[];
  codes: string[];
  participants: string[];
}

function cells({ participants, questions, waves }: Names) {
  return participants.flatMap((participant) =>
    questions.flatMap((question) => waves.map((wave) => ({ participant, question, wave }))),
  );
}

function person(attributes: string[]) {
  return fc.record({
    language: fc.constantFrom('ko', 'en'),
    consent: fc.constantFrom('analysis', 'quotation'),
    withdrawn: fc.option(fc.constant('2026-03-01')),
    attributes: fc.record(Object.fromEntries(attributes.map((each) => [each, cellWords])), {
      requiredKeys: [],
    }),
  });
}

const answer = fc
  .record({
    came: anyText,
    decided: fc.option(fc.constantFrom('interpretable', 'non-substantive', 'undecided')),
  })
  .map(({ came, decided }) => {
    const text = came.normalize('NFC');
    const standing = decided ?? standingByRule(text);
    return { text, ...(text === came ? {} : { original: came }), standing };
  });

function coding({ coders, codes }: Names) {
  return fc.record({
    on: fc.nat(1000),
    id,
    coder: fc.constantFrom(...coders),
    code: fc.constantFrom(...codes),
    pass: fc.constantFrom('calibration', 'independent', 'consensus'),
    polarity: fc.option(fc.constantFrom('positive', 'negative', 'mixed', 'neutral')),
    from: fc.nat(30),
    length: fc.nat(30),
    origin: fc.constantFrom('person', 'suggested', 'assisted'),
    codebookVersion: fc.integer({ min: 1, max: 3 }),
  });
}

type CodingSketch = ReturnType<typeof coding> extends fc.Arbitrary<infer T> ? T : never;

/** Codings on answers that are there, on words that are there, none twice. */
function codingsOn(
  answers: { participant: string; question: string; wave: string; text: string }[],
  sketches: CodingSketch[],
) {
  const seen = new Set<string>();
  return sketches.flatMap(({ on, from, length, ...rest }) => {
    const { participant, question, wave, text } = answers[on % answers.length]!; // the caller gives one or more
    const start = Math.min(from, codePointLength(text));
    const end = Math.min(start + length, codePointLength(text));
    const span = end > start ? { start, end, quote: sliceCodePoints(text, start, end) } : null;
    const words = span === null ? 'whole' : `${start}-${end}`;
    const key = [participant, question, wave, rest.code, rest.coder, rest.pass, words].join('/');
    if (seen.has(rest.id) || seen.has(key)) return [];
    seen.add(rest.id).add(key);
    return [{ ...rest, participant, question, wave, span }];
  });
}
