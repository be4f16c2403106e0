import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputProblems } from '../kernel/problems.ts';
import { readStudyFolder } from './index.ts';
import { anySnapshot } from './testing.ts';
import { studyFiles } from './write-study-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-bad-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SECRET = '비밀스러운말';

/** Bytes cut out, put in or changed, as by a wrong editor, a broken transfer or ill will. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc
      .oneof(
        fc.constantFrom(
          '"',
          ',',
          '\n',
          '\r',
          '\t',
          ': ',
          '- ',
          '&a ',
          '*a',
          '[',
          '{',
          '\0',
          '\uFEFF',
          "'",
          '=',
          '#',
          '---\n',
          '!!js ',
          `${SECRET}`,
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      )
      .map((text) => Buffer.from(text)),
    bytes: fc.uint8Array({ maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(content: Buffer, how: typeof damage extends fc.Arbitrary<infer T> ? T : never): Buffer {
  return how.reduce((before, { at, cut, put, bytes }) => {
    const place = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, place), put, bytes, before.subarray(place + cut)]);
  }, content);
}

describe('a damaged study folder', () => {
  it('is read or refused with what is wrong, and nothing of an answer gets into the words', async () => {
    const names = [...studyFiles(fc.sample(anySnapshot, { seed: 1, numRuns: 1 })[0]!).keys()];
    await fc.assert(
      fc.asyncProperty(anySnapshot, fc.constantFrom(...names), damage, async (snapshot, name, how) => {
        const dir = join(folder, 'damaged');
        await mkdir(dir, { recursive: true });
        for (const [file, content] of studyFiles(snapshot)) {
          const bytes = Buffer.from(typeof content === 'string' ? content : [...content].join(''));
          await writeFile(join(dir, file), file === name ? damaged(bytes, how) : bytes);
        }
        const error = await readStudyFolder(dir).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        await rm(dir, { recursive: true });
        if (error === null) return;
        expect(error).toBeInstanceOf(InputProblems);
        // Keys of the hand-written files are named; these hold no answers.
        if (name.endsWith('.csv')) expect(String(error)).not.toContain(SECRET);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    );
  });
});

const STUDY = `id: s
title: { en: S }
synthetic: true
method: directed content analysis
languages: [en]
frame: { id: f, label: { en: F }, domains: [] }
questions: [{ id: q1, concept: other, label: { en: Q }, text: { en: Q? } }]
waves: [{ id: w1, opens: 2026-01-01, closes: 2026-02-01 }]
consent: { en: I agree. }
`;
const ANSWERS = `participant,text\np1,${SECRET} words\n`;

async function told(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(folder, 'given-'));
  for (const [name, content] of Object.entries({ 'study.yaml': STUDY, 'answers.csv': ANSWERS, ...files }))
    await writeFile(join(dir, name), content);
  return readStudyFolder(dir).then(
    () => 'nothing',
    (thrown: unknown) => String(thrown).replace(/^InputProblems: /, ''),
  );
}

describe('what people get wrong in study.yaml', () => {
  it.each([
    [
      'synthetic: true',
      'synthetic: maybe',
      'study.yaml:3:synthetic: the value is of the wrong kind; expected `true` or `false`',
    ],
    [
      'method: directed',
      'method: grounded',
      'study.yaml:4:method: the value is none of those possible; expected `directed content analysis`',
    ],
    [
      'languages: [en]',
      'languages: [fr]',
      'study.yaml:5:languages[0]: the value is none of those possible; expected `ko`, `en`',
    ],
    [
      'languages: [en]',
      'languages: []',
      'study.yaml:5:languages: there is too little here; expected at least 1',
    ],
    ['id: s\n', 'id: a study\n', 'study.yaml:1:id: this cannot be an id'],
    [
      'id: s\n',
      'id: 12\n',
      'study.yaml:1:id: the value is of the wrong kind; expected text (in quotes if it looks like a number)',
    ],
    ['id: s\n', '', 'study.yaml:1:id: the key is missing'],
    [
      'title: { en: S }',
      'title: S',
      'study.yaml:2:title: the value is of the wrong kind; expected keys with values',
    ],
    ['title: { en: S }', 'title: {}', 'study.yaml:2:title: there is no text in any language'],
    ['title: { en: S }', 'title: { de: S }', 'study.yaml:2:title.de: the key `de` means nothing here'],
    ['closes: 2026-02-01', 'closes: 2026-02-30', 'study.yaml:8:waves[0].closes: this is no date'],
    [
      'closes: 2026-02-01',
      'closes: 2025-02-01',
      'study.yaml:8:waves[0].closes: the wave closes before it opens',
    ],
    [
      'consent:',
      'attributes: [{ id: Role, label: { en: R }, kind: category }]\nconsent:',
      'study.yaml:9:attributes[0].id: this cannot be the id of an attribute',
    ],
    [
      'consent:',
      'attributes: [{ id: consent, label: { en: R }, kind: category }]\nconsent:',
      'study.yaml:9:attributes[0].id: the name is taken by a column',
    ],
    [
      'consent:',
      'threshold: -1\nconsent:',
      'study.yaml:9:threshold: there is too little here; expected at least 0',
    ],
  ])('%j for %j', async (right, wrong, words) => {
    expect(await told({ 'study.yaml': STUDY.replace(right, wrong) })).toContain(words);
  });

  it('is no study where the file holds something else', async () => {
    for (const content of ['', 'null', '[]', 'words', '42']) {
      expect(await told({ 'study.yaml': content })).toMatch(/^study\.yaml/);
    }
  });
});

describe('what people get wrong in tables', () => {
  it('never shows a cell, not even of a file without a header', async () => {
    const all = await Promise.all([
      told({ 'answers.csv': `p1,${SECRET}\np2,${SECRET}\n` }),
      told({ 'answers.csv': `participant,text,${SECRET}\np1,a,b\n` }),
      told({ 'answers.csv': `participant,text\n${SECRET} ${SECRET},a\n` }),
      told({ 'participants.csv': `id,language\np1,${SECRET}\n` }),
      told({ 'participants.csv': `id,${SECRET}\np1,a\n` }),
      told({ 'codings.csv': `participant,code,quote\np1,X,${SECRET}없는\n` }),
      told({ 'assignments.csv': `participant,coder\n${SECRET},k\n` }),
    ]);
    for (const words of all) {
      expect(words).not.toContain(SECRET);
      expect(words).toMatch(/\.csv:\d+/);
    }
  });

  it.each([
    ['participant,text\np1,a\np1,b\n', 'answers.csv:3:participant: the answer is there before, in row 2'],
    ['participant,text,text\np1,a,b\n', 'answers.csv:1:C: the column is there twice'],
    ['participant,text,standing\np1,a,good\n', 'answers.csv:2:standing: the value is none of those possible'],
    ['id,q1,mood\np1,a,b\n', 'answers.csv:1:C: the column is none that this table has'],
    ['participant,text\np1,a\0b\n', 'answers.csv:2:text: the text holds something that is no character'],
  ])('answers %j', async (answers, words) => {
    expect(await told({ 'answers.csv': answers })).toContain(words);
  });

  it('takes a device for no table', async () => {
    const dir = await mkdtemp(join(folder, 'device-'));
    await writeFile(join(dir, 'study.yaml'), STUDY);
    await mkdir(join(dir, 'answers.csv'));
    await expect(readStudyFolder(dir)).rejects.toThrow('answers.csv: this is not an ordinary file');
  });

  it('follows no circle of links', async () => {
    const dir = await mkdtemp(join(folder, 'circle-'));
    await writeFile(join(dir, 'study.yaml'), STUDY);
    await symlink('answers.csv', join(dir, 'answers.csv'));
    await expect(readStudyFolder(dir)).rejects.toThrow('answers.csv: this is not an ordinary file');
  });

  it('changes nothing in the folder that it reads', async () => {
    const dir = await mkdtemp(join(folder, 'kept-'));
    await writeFile(join(dir, 'study.yaml'), STUDY);
    await writeFile(join(dir, 'answers.csv'), ANSWERS);
    await readStudyFolder(dir);
    expect(await readdir(dir)).toEqual(['answers.csv', 'study.yaml']);
    expect(await readFile(join(dir, 'answers.csv'), 'utf8')).toBe(ANSWERS);
  });
});
