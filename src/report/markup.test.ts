import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, render, text } from './markup.ts';

describe('markup', () => {
  it('spells elements, attributes and words', () => {
    expect(
      render(element('p', { class: 'a', hidden: true, id: undefined }, 'x ', element('b', {}, 'y'))),
    ).toBe('<p class="a" hidden="">x <b>y</b></p>');
  });

  it('closes no void element', () => {
    expect(render(['a', element('br'), null, 'b'])).toBe('a<br>b');
  });

  it('escapes whatever a participant may write, in words and in attributes', () => {
    const hostile = `</p><script>alert("1")</script> ' & "`;
    expect(render(element('p', { title: hostile }, hostile))).toBe(
      '<p title="&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; \' &amp; &quot;">' +
        '&lt;/p&gt;&lt;script&gt;alert("1")&lt;/script&gt; \' &amp; "</p>',
    );
  });

  it('lets no words end a tag or a quotation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(render(words)).not.toMatch(/[<>]/);
        expect(
          render(element('i', { title: words })).slice('<i title="'.length, -'"></i>'.length),
        ).not.toMatch(/["<>]/);
      }),
    );
  });

  it('replaces what XML cannot hold, and keeps line breaks, joiners and directions', () => {
    expect(render('a\u0000\u0007b\ud800c')).toBe('a��b�c');
    expect(render('a\n\t👩‍⚕️ \u202eאב')).toBe('a\n\t👩‍⚕️ \u202eאב');
  });

  it('writes a style as it stands, without an end tag inside', () => {
    expect(render(element('style', {}, 'a>b{content:"</style>"}'))).toBe(
      '<style>a>b{content:"<\\/style>"}</style>',
    );
  });

  it('puts markup into sentences', () => {
    expect(render(text`Of ${3} people ${element('b', {}, 'two')} agreed.`)).toBe(
      'Of 3 people <b>two</b> agreed.',
    );
  });
});
