import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Brief } from '../briefs/model.ts';
import { digestOf } from './digest.ts';
import { digestHtml } from './html.ts';
import { digestMarkdown } from './markdown.ts';
import type { Digest } from './model.ts';
import { digestRss } from './rss.ts';

const brief = (day: string, given: Partial<Brief> = {}): Brief => ({
  record: `R-${day}`,
  title: 'Trust on the ward',
  score: 50,
  address: 'https://doi.org/10.5555/1',
  appraisedAt: `${day}T10:00:00.000Z`,
  parts: [{ part: 'happened', sentences: [{ text: 'Nurses trust it.', from: [{ field: 'title' }] }] }],
  ...given,
});
const about = {
  title: 'A study',
  synthetic: true,
  from: '2026-02-25',
  to: '2026-03-31',
  language: 'en',
} as const;

describe('a digest', () => {
  const briefs = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-08', '2026-03-31'].map((day) =>
    brief(day),
  );

  it('gathers by weeks from Monday, latest first, cut to the span asked for', () => {
    const { groups } = digestOf(briefs, { ...about, by: 'week' });
    expect(groups.map(({ from, to, briefs: own }) => [from, to, own.length])).toEqual([
      ['2026-03-30', '2026-03-31', 1],
      ['2026-03-02', '2026-03-08', 2],
      ['2026-02-25', '2026-03-01', 2],
    ]);
  });

  it('gathers by months', () => {
    const { groups } = digestOf(briefs, { ...about, by: 'month' });
    expect(groups.map(({ from, to, briefs: own }) => [from, to, own.length])).toEqual([
      ['2026-03-01', '2026-03-31', 4],
      ['2026-02-25', '2026-02-28', 1],
    ]);
  });

  it.each(['ko', 'en'] as const)(
    'says in %s that there is nothing, and that a study is imaginary',
    (language) => {
      const empty = digestOf([], { ...about, language, by: 'week' });
      for (const text of [digestHtml(empty), digestMarkdown(empty)]) {
        expect(text).toContain({ ko: '평가한 문헌이 없습니다', en: 'No document was appraised' }[language]);
        expect(text).toContain({ ko: '가상의 연구', en: 'imaginary' }[language]);
      }
    },
  );
});

/** Titles and sentences as other people wrote them. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    ']]></description><item>',
    '[x](javascript:alert(1)) **b** `c` # h',
    '&lt;b&gt; &amp;',
    '1. one\n# two\n\u0000\u000b',
    '환자 & 의사',
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const digests = fc.tuple(hostile, hostile, fc.constantFrom(null, 'https://example.org/?a=1&b="<>')).map(
  ([title, text, address]): Digest =>
    digestOf(
      [
        brief('2026-03-02', {
          title,
          address,
          parts: [{ part: 'points', sentences: [{ text, from: [{ field: 'abstract' }] }] }],
        }),
      ],
      { ...about, title, by: 'week' },
    ),
);

describe('whatever the texts hold', () => {
  it('the RSS is well-formed and its items read back as they were', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const titles: string[] = [];
        let path = '';
        const parser = new SaxesParser();
        parser.on('opentag', ({ name }) => {
          path += `/${name}`;
          if (name === 'title') titles.push('');
        });
        parser.on('text', (text) => {
          if (path.endsWith('/title')) titles[titles.length - 1] += text;
        });
        parser.on('closetag', ({ name }) => {
          path = path.slice(0, -name.length - 1);
        });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(digestRss(digest, 'https://example.org/s?a=1&b=2')).close();
        const title = digest.groups[0]?.briefs[0]?.title ?? '';
        const legal = title.replaceAll(/./gsu, (sign) => (sign < ' ' && !/\s/.test(sign) ? '\ufffd' : sign));
        expect(titles[1]).toBe(
          legal.replaceAll('\u000b', '\ufffd').replaceAll('\u000c', '\ufffd').replaceAll(/\r\n?/g, '\n'),
        );
      }),
    );
  });

  it('the HTML holds no element and no address but its own', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const html = digestHtml(digest);
        const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/gi), ([, tag]) => tag?.toLowerCase()));
        const own = [
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'h1',
          'h2',
          'h3',
          'h4',
          'p',
          'a',
          'br',
          'section',
          'article',
          'footer',
        ];
        expect([...tags].filter((tag) => !own.includes(tag ?? ''))).toEqual([]);
        for (const [, address] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https:\/\//);
      }),
    );
  });

  it('the Markdown has no heading, link or element but its own', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const markdown = digestMarkdown(digest);
        expect(markdown.match(/^#+ /gm)).toEqual(['# ', '## ', '### ']);
        expect(markdown.replaceAll(/\\./g, '').replaceAll(/^### .*$/gm, '')).not.toMatch(/[[\]<`]/);
      }),
    );
  });
});
