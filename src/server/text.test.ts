/** Whatever people write or paste: it comes back as it was, offsets count code points, and what cannot be kept is refused. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GridPage, Reading } from '../code/answers-model.ts';
import { Memo, WorkingCoding } from '../code/model.ts';
import { SearchResult } from '../code/search-model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import type { RunningServer } from './start.ts';
import { type Answered, type Person, person, startTestServer } from './testing.ts';

const texts = {
  korean: '환자가 약을 끊어도 되냐고 물었다',
  composed: 'naïve café, ṩ̇ and a\u0323\u0302'.normalize('NFC'),
  joined: '👩‍⚕️ 상담 👨‍👩‍👧‍👦, 🏳️‍🌈 and 🇰🇷 flags 👍🏽',
  hebrew: 'המטופל אמר "GPT" וגם שָׁלוֹם',
  arabic: 'سأل المريض عن الدواء — 3 مرات',
  overridden: 'safe \u202Etxet\u202C and \u2067isolated\u2069',
  pasted: 'bell \u0007, form feed \f, tab\there\r\nnext\u000bline\u0085\u2028end\ufeff',
  invisible: 'zero\u200bwidth\u00adsoft\u00a0space',
  astral: '𠮷野家 𝒜 ꜩ 𐍈',
} as const;
type Name = keyof typeof texts;
const MEGABYTES = `${'약을 👩‍⚕️ 물었다. '.repeat(170_000)}끝의 낱말`;

const pass = newId();

atEveryAddress('text', (address) => {
  let server: RunningServer;
  let lead: Person;
  let kim: Person;

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = Object.entries({ ...texts, large: MEGABYTES }).map(([id, q1]) => ({
      id,
      answers: { q1 },
    }));
    const snapshot = studyOf({ questions: { q1: 'experience' }, people, unused: ['LH06', 'VU01'] });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    const assign = { coders: ['김지은'], participants: 'all', shared: 1, seed: 1 };
    await lead.post('/passes', { id: pass, kind: 'calibration', label: '연습', codebookVersion: 1, assign });
    expect((await lead.post(`/passes/${pass}/open`)).status).toBe(200);
  });
  afterAll(() => server.stop());

  const coding = (participant: string, text: string, span: object | null, more: object = {}) => ({
    id: newId(),
    passId: pass,
    participant,
    question: 'q1',
    wave: 'w1',
    code: 'LH06',
    polarity: null,
    span,
    textHash: sha256(text),
    codebookVersion: 1,
    origin: 'person',
    supersedes: null,
    ...more,
  });
  const refused = (status: number, code: string) => ({ status, body: { code } });

  describe.each(Object.entries(texts) as [Name, string][])('%s', (name, text) => {
    const units = [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(text)];

    it('comes back as it was written, with the hash to code it by', async () => {
      const { answers } = Reading.parse((await kim.get(`/answers/${name}`)).body);
      expect(answers).toMatchObject([{ text, textHash: sha256(text) }]);
      const filter = encodeURIComponent(
        JSON.stringify([{ field: 'attribute', attribute: 'language', value: 'en' }]),
      );
      const { rows } = GridPage.parse((await kim.get(`/grid?filter=${filter}`)).body);
      const cell = rows.find(({ participant }) => participant === name)?.cells[0];
      expect(cell).toMatchObject({ text, length: codePointLength(text) });
    });

    it('can be coded character by character, in code points', async () => {
      for (const { segment, index } of units.slice(0, 12)) {
        const start = codePointLength(text.slice(0, index));
        const span = { start, end: start + codePointLength(segment), quote: segment };
        const answer = await kim.post('/codings', coding(name, text, span));
        expect(answer).toMatchObject({ status: 200, body: { span } });
        const kept = WorkingCoding.parse(
          (await kim.get(`/codings/${WorkingCoding.parse(answer.body).id}`)).body,
        );
        expect(kept.span && sliceCodePoints(text, kept.span.start, kept.span.end)).toBe(segment);
      }
    });

    it('is refused where the quote is another, even one that looks the same', async () => {
      const end = codePointLength(text);
      const other =
        text.normalize('NFD') === text ? `?${[...text].slice(1).join('')}` : text.normalize('NFD');
      expect(await kim.post('/codings', coding(name, text, { start: 0, end, quote: other }))).toMatchObject(
        refused(400, 'quote differs'),
      );
      expect(
        await kim.post('/codings', coding(name, text, { start: 0, end: end + 1, quote: text })),
      ).toMatchObject(refused(400, 'span outside'));
      const byUtf16 = { start: 0, end: text.length, quote: text };
      const counted = await kim.post('/codings', coding(name, text, byUtf16));
      expect(counted.status).toBe(text.length === end ? 200 : 400);
      expect(await kim.post('/codings', coding(name, `${text} `, null))).toMatchObject(
        refused(409, 'source differs'),
      );
    });
  });

  describe('an answer of five megabytes', () => {
    const length = codePointLength(MEGABYTES);

    it('is read whole and shown in the grid by its beginning', async () => {
      expect(Buffer.byteLength(MEGABYTES)).toBeGreaterThan(5_000_000);
      const { answers } = Reading.parse((await kim.get('/answers/large')).body);
      expect(answers[0]?.text === MEGABYTES).toBe(true);
      const { rows } = GridPage.parse((await kim.get('/grid')).body);
      const cell = rows.find(({ participant }) => participant === 'large')?.cells[0];
      expect(cell?.length).toBe(length);
      expect(codePointLength(cell?.text ?? '')).toBeLessThan(300);
    });

    it('is coded at its end, and not one character past it', async () => {
      const quote = '끝의 낱말';
      const span = { start: length - codePointLength(quote), end: length, quote };
      expect(await kim.post('/codings', coding('large', MEGABYTES, span))).toMatchObject({
        status: 200,
        body: { span },
      });
      const past = { ...span, start: span.start + 1, end: span.end + 1 };
      expect(await kim.post('/codings', coding('large', MEGABYTES, past))).toMatchObject(
        refused(400, 'span outside'),
      );
    });

    it('is found by a word at its end', async () => {
      const { hits } = SearchResult.parse((await kim.get('/search?q=낱말&in=answers')).body);
      const found = hits.map((hit) => (hit.kind === 'answers' ? [hit.participant, hit.hits] : null));
      expect(found).toEqual([['large', [{ start: length - 2, end: length }]]]);
    });

    it('gets hints, or is told that there are none', async () => {
      expect((await kim.get('/suggestions?participant=large&question=q1&wave=w1')).status).toBe(200);
    });
  });

  describe('numbers past what a database counts', () => {
    it.each([
      [0, 2 ** 31],
      [2 ** 31, 2 ** 31 + 1],
      [0, Number.MAX_SAFE_INTEGER],
      [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER],
      [5, 5],
      [5, 2],
    ])('as a span from %d to %d are outside of every answer', async (start, end) => {
      const body = coding('korean', texts.korean, { start, end, quote: '환자' });
      expect(await kim.post('/codings', body)).toMatchObject(refused(400, 'span outside'));
    });

    it('name no version and no place', async () => {
      const many = 2 ** 40;
      const theme = {
        id: 'T1',
        label: { ko: 'x' },
        questions: [],
        codes: [],
        narrative: [],
        negativeCases: [],
      };
      const asked: Answered[] = [
        await kim.get(`/codebook?version=${many}`),
        await kim.get(`/codebook/diff?from=1&to=${many}`),
        await kim.get(`/codings?from=${many}`),
        await kim.get(`/grid?from=${many}`),
        await lead.post(`/passes/${pass}/codebook`, { version: many }),
        await lead.post('/passes', {
          id: newId(),
          kind: 'consensus',
          label: 'x',
          codebookVersion: many,
          source: pass,
        }),
        await lead.put('/themes/T1', { expected: 0, position: many, theme }),
        await lead.put('/themes/T1', { expected: many, position: 0, theme }),
        await lead.post('/codebook', { basedOn: many, codes: [], changes: [], note: '' }),
        await kim.post('/codings', coding('korean', texts.korean, null, { codebookVersion: many })),
      ];
      expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
    });
  });

  describe.each([
    ['NUL', 'a\0b'],
    ['half of a character', 'a\ud83d b'],
    ['the other half', '\udc69'],
  ])('%s', (_, bad) => {
    const refusal = refused(400, 'text malformed');

    it('is refused in a memo, a note, a label, a reason and a name', async () => {
      const code = { id: 'LH06', label: { ko: bad }, definition: { ko: 'x' }, origin: 'prior' };
      const theme = {
        id: 'T1',
        label: { ko: bad },
        questions: [],
        codes: [],
        narrative: [],
        negativeCases: [],
      };
      const place = { participant: 'korean', question: 'q1', wave: 'w1' };
      const decision = { ...place, id: newId(), code: 'LH06', outcome: 'drop', reason: bad, expected: null };
      const assign = { coders: ['김지은'], participants: 'all', shared: 1, seed: 1 };
      const planned = { id: newId(), kind: 'calibration', label: bad, codebookVersion: 1, assign };
      const memo = { expected: 0, subject: { kind: 'study', id: 'small' }, text: bad };
      const onBad = { expected: 0, subject: { kind: 'theme', id: bad }, text: 'x' };
      const published = { basedOn: 1, changes: [], note: '' };
      const asked = {
        memo: await kim.put(`/memos/${newId()}`, memo),
        subject: await kim.put(`/memos/${newId()}`, onBad),
        note: await lead.post('/codebook', { ...published, codes: [], note: bad }),
        code: await lead.post('/codebook', { ...published, codes: [code] }),
        theme: await lead.put('/themes/T1', { expected: 0, position: 0, theme }),
        label: await lead.post('/passes', planned),
        reason: await lead.post(`/passes/${pass}/decisions`, decision),
        quote: await kim.post('/codings', coding('korean', texts.korean, { start: 0, end: 1, quote: bad })),
        name: await kim.post('/api/sign-in/password', { name: bad, password: 'long enough' }),
        password: await kim.put('/api/me/password', { old: null, new: `${bad} long enough` }),
      };
      for (const [what, answer] of Object.entries(asked)) expect(answer, what).toMatchObject(refusal);
    });

    it('is refused in what one searches and filters by', async () => {
      // Half of a character cannot be sent in an address: it arrives as a replacement character.
      if (bad !== 'a\0b') return;
      const filter = encodeURIComponent(JSON.stringify([{ field: 'text', text: bad }]));
      const byValue = [{ field: 'attribute', attribute: 'role', value: bad }];
      const addresses = [
        `/search?q=${encodeURIComponent(bad)}`,
        `/grid?filter=${filter}`,
        `/grid?filter=${encodeURIComponent(JSON.stringify(byValue))}`,
        '/memos?kind=theme&id=a%00b',
        '/codings/a%00b',
        '/passes/a%00b/work',
        '/review/a%00b/keep',
      ];
      const asked = await Promise.all(
        addresses.map((path) => (path.endsWith('keep') ? kim.post(path) : kim.get(path))),
      );
      expect(asked.map(({ status }) => status).filter((status) => status !== 400 && status !== 404)).toEqual(
        [],
      );
    });
  });

  it('of a memo is kept composed, whatever the keyboard sends', async () => {
    const text = `${'메모'.normalize('NFD')} 👩‍⚕️ שָׁלוֹם`;
    const answer = await kim.put(`/memos/${newId()}`, {
      expected: 0,
      subject: { kind: 'code', id: 'LH06' },
      text,
    });
    expect(Memo.parse(answer.body).text).toBe(text.normalize('NFC'));
  });
});
