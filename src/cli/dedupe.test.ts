import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dedupeCommand } from './dedupe.ts';
import { say } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-dedupe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = (title: string, doi: string) =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Kim, Minji\nPY  - 2024\nDO  - ${doi}\nER  - \n\n`;
const letters = 'Discharge letters drafted by a language model';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('firsthand dedupe', () => {
  const first = file(
    'first.ris',
    entry(letters, '10.5555/1') + entry('Copper surfaces and infection', '10.5555/2'),
  );
  const second = file(
    'second.ris',
    entry(letters.toUpperCase(), 'https://doi.org/10.5555/1') + entry(letters, '10.5555/9'),
  );

  it('names records by file and place, over all files', async () => {
    const { code, out } = await say([dedupeCommand], ['dedupe', first, second, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      groups: [[`${first}#0`, `${second}#0`]],
      review: [[`${first}#0`, `${second}#1`]],
    });
  });

  it.each([
    ['en', '4 records: 1 documents stand more than once (1 records too many); 1 pairs for a person'],
    ['ko', '레코드 4개 가운데 같은 문헌 1묶음'],
  ] as const)('says in %s what it found', async (language, words) => {
    expect((await say([dedupeCommand], ['dedupe', first, second], language)).out).toContain(words);
  });

  it('tells what is wrong with a record and goes on', async () => {
    const unfinished = file('unfinished.ris', 'TY  - JOUR\nTI  - In press\nPY  - in press\n');
    const { code, err } = await say([dedupeCommand], ['dedupe', unfinished]);
    expect(code).toBe(0);
    expect(err).toContain('unfinished.ris:1: the year cannot be read');
    expect(err).toContain('unfinished.ris:1: the record does not end');
  });

  it('refuses what holds no reference', async () => {
    const { code, err } = await say([dedupeCommand], ['dedupe', file('letter.txt', 'Dear colleague\n')]);
    expect(code).toBe(2);
    expect(err).toContain('letter.txt: there are no references here');
    expect((await say([dedupeCommand], ['dedupe', join(folder, 'nowhere.ris')])).code).toBe(2);
  });
});
