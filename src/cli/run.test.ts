import { describe, expect, it } from 'vitest';
import { InputProblems } from '../kernel/problems.ts';
import { type Command, oneOf, wholeNumber } from './command.ts';
import { languageOf } from './run.ts';
import { say } from './testing.ts';

const none = { ko: '', en: '' };
const echo: Command = {
  name: 'echo',
  arguments: [{ name: '<word>', words: { ko: '낱말', en: 'a word' } }],
  words: { ko: '되풀이합니다', en: 'say it again' },
  options: [
    { flags: '--times <number>', words: none },
    { flags: '--manner <manner>', words: none },
    { flags: '--json', words: none },
  ],
  async run([word = ''], options, { language, out }) {
    const times = wholeNumber(options.times, '--times', 1, language) ?? 1;
    const manner = oneOf(options.manner, '--manner', ['loud', 'soft'], language);
    if (word === 'bad')
      throw new InputProblems([{ file: 'word', row: 1, problem: 'it is bad', expected: 'expected good' }], 3);
    if (word === 'bug') throw new Error('bug');
    out((manner === 'loud' ? word.toUpperCase() : word).repeat(times));
    return 0;
  },
};

describe('the command line', () => {
  it('runs a command with what it was given', async () => {
    expect(await say([echo], ['echo', 'ha', '--times', '2', '--manner', 'loud'])).toEqual({
      code: 0,
      out: 'HAHA',
      err: '',
    });
  });

  it('ends with 2 where the input is at fault, and says where', async () => {
    expect(await say([echo], ['echo', 'bad'])).toEqual({
      code: 2,
      out: '',
      err: 'word:1: it is bad; expected good\n… and 2 more\n',
    });
  });

  it('gives problems as JSON where results would be', async () => {
    const { out } = await say([echo], ['echo', 'bad', '--json']);
    expect(JSON.parse(out)).toMatchObject({ total: 3, problems: [{ file: 'word', row: 1 }] });
  });

  it('ends with 1 where the fault is ours', async () => {
    const { code, out, err } = await say([echo], ['echo', 'bug']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('a fault of its own');
  });

  it.each([
    [['ecko'], 'unknown command'],
    [['echo'], "missing required argument 'word'"],
    [['echo', 'a', '--tims', '2'], "unknown option '--tims'"],
    [['echo', 'a', '--times', 'two'], '--times: expected a whole number from 1'],
    [['echo', 'a', '--manner', 'rude'], '--manner: expected one of loud, soft'],
  ])('says how %j is wrong and ends with 2', async (given, words) => {
    const { code, err } = await say([echo], given);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('helps in Korean and in English', async () => {
    expect((await say([echo], ['--help'], 'ko')).out).toMatch(/사용법: firsthand[\s\S]*되풀이합니다/);
    expect((await say([echo], ['echo', '--help'], 'en')).out).toMatch(/Usage: firsthand echo[\s\S]*a word/);
    expect((await say([echo], ['echo'], 'ko')).err).toContain('인자 `word`');
  });
});

describe('the language', () => {
  it.each([
    [['check', '--language', 'ko'], {}, 'ko'],
    [['--language=en'], { LANG: 'ko_KR.UTF-8' }, 'en'],
    [[], { LANG: 'ko_KR.UTF-8' }, 'ko'],
    [[], { LC_ALL: 'en_GB.UTF-8', LANG: 'ko_KR.UTF-8' }, 'en'],
    [[], {}, 'en'],
  ] as const)('of %j with %j is %s', (given, environment, language) => {
    expect(languageOf(given, environment)).toBe(language);
  });
});
