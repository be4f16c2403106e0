import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputProblems } from '../kernel/problems.ts';
import { snapshotDefects } from '../study/snapshot-defects.ts';
import { readStudyFolder, writeStudyFolder } from './index.ts';
import { anySnapshot } from './testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-study-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function bytesOf(dir: string): Promise<Record<string, string>> {
  const files = (await readdir(dir)).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(dir, file), 'utf8')] as const)),
  );
}

describe('a study as a folder', () => {
  it('comes back from its folder as it was, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (snapshot) => {
        expect(snapshotDefects(snapshot)).toEqual([]);
        const dir = join(folder, 'round-trip');
        await writeStudyFolder(snapshot, dir);
        expect(await readStudyFolder(dir)).toEqual(snapshot);
      }),
      { numRuns: 150 },
    );
  });

  it('is written with the same bytes when it is read and written again', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, async (snapshot) => {
        const [first, second] = [join(folder, 'first'), join(folder, 'second')];
        await writeStudyFolder(snapshot, first);
        await writeStudyFolder(await readStudyFolder(first), second);
        expect(await bytesOf(second)).toEqual(await bytesOf(first));
      }),
      { numRuns: 50 },
    );
  });
});

const STUDY = `
id: small
title: { en: A small study, ko: 작은 연구 }
synthetic: true
method: directed content analysis
languages: [ko, en]
frame: { id: f, label: { en: F }, domains: [] }
questions:
  - { id: q1, concept: experience, label: { en: Q1 }, text: { en: What? } }
  - { id: q2, concept: priority, label: { en: Q2 }, text: { en: What first? } }
waves: [{ id: w1, opens: 2026-01-01, closes: 2026-02-01 }]
coders: [{ id: k1, name: K1 }]
consent: { en: I agree. }
`;

async function study(files: Record<string, string | Uint8Array>): Promise<string> {
  const dir = await mkdtemp(join(folder, 'given-'));
  for (const [name, content] of Object.entries({ 'study.yaml': STUDY, ...files }))
    await writeFile(join(dir, name), content);
  return dir;
}

async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const problems = await readStudyFolder(await study(files)).then(
    () => [],
    (error: unknown) => {
      if (error instanceof InputProblems) return error.problems;
      throw error;
    },
  );
  return problems.map(({ file, row, column, problem }) => [file, row, column, problem].join('|'));
}

const ANSWERS = 'participant,question,wave,text\np1,q1,w1,환자가 ChatGPT에게 물었다\np1,q2,w1,-\n';

describe('reading what people made by hand', () => {
  it('needs only a study and answers', async () => {
    const snapshot = await readStudyFolder(await study({ 'answers.csv': ANSWERS }));
    expect(snapshot.participants).toEqual([
      { id: 'p1', language: 'ko', consent: 'analysis', withdrawn: null, attributes: {} },
    ]);
    expect(snapshot.answers.map((answer) => answer.standing)).toEqual(['interpretable', 'non-substantive']);
    expect(snapshot.study.breakdowns).toEqual(['language']);
    expect(snapshot.codebook.codes).toEqual([]);
    expect(snapshot.assignments).toBeNull();
  });

  it('reads a column a question', async () => {
    const wide = await readStudyFolder(
      await study({ 'answers.csv': 'id,q1,q2\np1,하나,\np2,,둘이라고 씀\n' }),
    );
    expect(wide.answers.map(({ participant, question, text }) => [participant, question, text])).toEqual([
      ['p1', 'q1', '하나'],
      ['p2', 'q2', '둘이라고 씀'],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 LE without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ['CR LF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
  ])('reads %s alike', async (_, encode) => {
    const expected = await readStudyFolder(await study({ 'answers.csv': ANSWERS }));
    expect(await readStudyFolder(await study({ 'answers.csv': encode(ANSWERS) }))).toEqual(expected);
  });

  it('reads CP949 with the syllables that EUC-KR lacks', async () => {
    const { default: iconv } = await import('iconv-lite');
    const answers = 'participant,question,text\np1,q1,뷁 펲 똠방각하\n';
    const read = await readStudyFolder(await study({ 'answers.csv': iconv.encode(answers, 'cp949') }));
    expect(read.answers[0]?.text).toBe('뷁 펲 똠방각하');
  });

  it('keeps the text as it came beside its NFC', async () => {
    const came = '망상'.normalize('NFD');
    const read = await readStudyFolder(
      await study({ 'answers.csv': `participant,question,text\np1,q1,${came}\n` }),
    );
    expect(read.answers[0]).toMatchObject({ text: '망상', original: came });
  });

  it('takes a described attribute from participants.csv and implies those of a study that describes none', async () => {
    const participants = 'id,role,years,consent\np1,전공의,3,quotation\n';
    const read = await readStudyFolder(
      await study({ 'answers.csv': ANSWERS, 'participants.csv': participants }),
    );
    expect(read.study.attributes.map(({ id, kind }) => [id, kind])).toEqual([
      ['role', 'category'],
      ['years', 'number'],
    ]);
    expect(read.study.breakdowns).toEqual(['language', 'role']);
    expect(read.participants[0]).toMatchObject({
      consent: 'quotation',
      attributes: { role: '전공의', years: '3' },
    });
  });

  it('finds the place of a quote that stands once in its answer', async () => {
    const read = await readStudyFolder(
      await study({
        'answers.csv': 'participant,question,text\np1,q1,👩‍⚕️ 망상을 강화함\n',
        'codebook.yaml':
          'version: 2\ncodes: [{ id: LH01, label: { ko: 망상 강화 }, definition: { ko: x }, origin: prior }]',
        'codings.csv': 'participant,question,code,quote,polarity\np1,q1,LH01,망상,-\n',
      }),
    );
    expect(read.codings[0]).toMatchObject({
      wave: 'w1',
      coder: 'k1',
      pass: 'independent',
      polarity: 'negative',
      span: { start: 5, end: 7, quote: '망상' },
      codebookVersion: 2,
    });
  });
});

describe('what is wrong with a study', () => {
  it('is told all at once, each with file, row and column, and never in the words of an answer', async () => {
    const problems = await problemsOf({
      'participants.csv':
        'id,language,consent,withdrawn\np1,fr,quotation,\np1,ko,quotation,2026-02-30\np2,ko,quotation,\np2,ko,,\n',
      'answers.csv':
        'participant,question,text\np2,q1,secret one\np2,q1,secret two\np9,q1,secret three\n\np2,q7,secret four\n,q1,secret five\n',
      'codebook.yaml':
        'version: 1\ncodes:\n  - { id: A, label: { en: A }, definition: { en: A }, origin: prior, domain: nowhere }\n',
      'codings.csv':
        'participant,question,code,coder,start,end,quote\np2,q1,A,k1,0,6,secret\np2,q1,B,k1,,,\np2,q1,A,k2,,,\np2,q2,A,k1,,,\np2,q1,A,k1,0,99,secret\np2,q1,A,k1,1,3,xx\np2,q1,A,k1,5,,\n',
      'themes.yaml':
        'themes:\n  - id: t\n    label: { en: T }\n    questions: [q8]\n    codes: [C]\n    narrative:\n      - text: { en: Claim }\n        codings: [nothing]\n',
    });
    expect(problems).toEqual([
      'participants.csv|2|language|the value is none of those possible',
      'participants.csv|3|withdrawn|this is no date',
      'answers.csv|7|participant|the cell is empty',
      'codings.csv|8|start|only one end of the span is given',
      'participants.csv|5|id|the id is used before in the same list',
      'answers.csv|3|participant|the answer is there before, in row 2',
      'answers.csv|4|participant|nobody of this id is among the participants',
      'answers.csv|6|question|the study has no such question',
      'codebook.yaml|3|codes[0].domain|the frame has no such domain',
      'codings.csv|3|code|the codebook has no such code',
      'codings.csv|4|coder|the study has no such coder',
      'codings.csv|5|participant|this participant gave no answer to this question in this wave',
      'codings.csv|6|end|the span reaches beyond its answer',
      'codings.csv|7|quote|the quote is not what stands at the span',
      'themes.yaml|4|themes[0].questions[0]|the study has no such question',
      'themes.yaml|5|themes[0].codes[0]|the codebook has no such code',
      'themes.yaml|8|themes[0].narrative[0].codings[0]|there is no such coding',
    ]);
    expect(problems.join()).not.toContain('secret');
  });

  it.each([
    ['no answers', {}, 'answers.csv|||the file is missing'],
    ['an empty file', { 'answers.csv': '' }, 'answers.csv|||the file is empty'],
    [
      'a missing column',
      { 'answers.csv': 'participant,question\np1,q1\n' },
      'answers.csv|1|text|the column `text` is missing',
    ],
    [
      'broken quotes',
      { 'answers.csv': 'participant,question,text\np1,q1,"open\n' },
      'answers.csv|2||the quotes from here on do not add up',
    ],
    [
      'a row that is too long',
      { 'answers.csv': 'participant,question,text\np1,q1,a,b\n' },
      'answers.csv|2||the row has more cells than the header',
    ],
    [
      'no text',
      { 'answers.csv': Uint8Array.of(0x61, 0xff, 0xff, 0x0a, 0xe9, 0x2c) },
      'answers.csv|||the text is in no encoding that can be read',
    ],
    [
      'an undescribed column',
      {
        'study.yaml': `${STUDY}attributes: []\n`,
        'answers.csv': ANSWERS,
        'participants.csv': 'id,email\np1,x\n',
      },
      'participants.csv|1|B|the column is none of the table and no attribute of the study',
    ],
    [
      'a wrong breakdown',
      { 'study.yaml': `${STUDY}breakdowns: [role]\n`, 'answers.csv': ANSWERS },
      'study.yaml|14|breakdowns[0]|the study has no such attribute',
    ],
    [
      'a duplicate key',
      { 'study.yaml': `${STUDY}id: again\n`, 'answers.csv': ANSWERS },
      'study.yaml|14||the same key is there twice',
    ],
    [
      'an alias',
      { 'study.yaml': 'a: &x [1]\nb: [*x, *x]\n' },
      'study.yaml|2||the file uses an anchor or alias (`&`, `*`)',
    ],
    [
      'absurd nesting',
      { 'study.yaml': '['.repeat(100_000) + ']'.repeat(100_000) },
      'study.yaml|||the file is nested too deeply',
    ],
    [
      'an unknown key',
      { 'study.yaml': `${STUDY}treshold: 5\n`, 'answers.csv': ANSWERS },
      'study.yaml|14|treshold|the key `treshold` means nothing here',
    ],
    [
      'a later format',
      { 'study.yaml': `format: 2\n${STUDY}` },
      'study.yaml|1|format|the folder was made by a later version',
    ],
    [
      'a table twice',
      { 'answers.csv': ANSWERS, 'answers.tsv': ANSWERS.replaceAll(',', '\t') },
      'answers.tsv|||`answers.csv` holds the same table',
    ],
    [
      'YAML that is none',
      { 'study.yaml': 'a: b: c\n' },
      'study.yaml|1||the YAML cannot be read from here on',
    ],
  ] as [string, Record<string, string | Uint8Array>, string][])('%s', async (_, files, expected) => {
    expect(await problemsOf(files)).toContain(expected);
  });

  it('stops at fifty but counts on', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => `p${at},q7,text`).join('\n');
    const dir = await study({ 'answers.csv': `participant,question,text\n${rows}\n` });
    const error = await readStudyFolder(dir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputProblems);
    expect(error).toMatchObject({ total: 80, problems: { length: 50 } });
  });

  it('is told in Korean too', async () => {
    const error = await readStudyFolder(await study({}), { language: 'ko' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ problems: [{ file: 'answers.csv', problem: '파일이 없습니다' }] });
  });

  it('includes a link out of the folder', async () => {
    const dir = await study({});
    const outside = join(folder, 'outside.csv');
    await writeFile(outside, ANSWERS);
    await symlink(outside, join(dir, 'answers.csv'));
    const error = await readStudyFolder(dir).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problems: [{ problem: 'the file lies outside the folder' }] });
  });
});

describe('writing a study', () => {
  const some = fc.sample(anySnapshot, { numRuns: 1, seed: 7 })[0]!;

  it('never replaces a folder that it did not make', async () => {
    const dir = await study({ 'answers.csv': ANSWERS });
    const before = await bytesOf(dir);
    await expect(writeStudyFolder(some, dir)).rejects.toThrow(InputProblems);
    expect(await bytesOf(dir)).toEqual(before);
  });

  it('never throws away a file that somebody put into it', async () => {
    const dir = join(folder, 'with-notes');
    await writeStudyFolder(some, dir);
    await writeFile(join(dir, 'notes.txt'), 'mine');
    await expect(writeStudyFolder(some, dir)).rejects.toThrow(/did not put there/);
    expect(await readFile(join(dir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('replaces its own and leaves nothing beside it', async () => {
    const parent = join(folder, 'parent');
    await mkdir(parent);
    await writeStudyFolder(some, join(parent, 'study'));
    await cp(join(parent, 'study'), join(folder, 'copy'), { recursive: true });
    await writeStudyFolder(some, join(parent, 'study'));
    expect(await bytesOf(join(parent, 'study'))).toEqual(await bytesOf(join(folder, 'copy')));
    expect(await readdir(parent)).toEqual(['study']);
  });
});
