import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noScanSettings } from '../../access/scan-settings.ts';
import { type Given, type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { testAsking } from '../testing/surroundings.ts';
import { askFor } from './ask.ts';
import { feed } from './feed.ts';
import { dayOfFeed } from './feed-date.ts';
import type { Page } from './source.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

/** The feed at an address of its own on this machine, which the administrator has allowed. */
async function read(given: Given, privateHosts = [new URL(server.address).host]): Promise<Page> {
  server.answer(() => given);
  const asking = { ...testAsking('feed', ''), settings: { ...noScanSettings, privateHosts } };
  const settings = { address: `${server.address}/news.xml` };
  return feed.page(askFor(feed, asking), {
    settings,
    span: { from: null, until: '2026-03-02' },
    cursor: null,
  });
}
const xml = (body: string): Given => ({ type: 'application/rss+xml', body });
const rss = (items: string, title = 'News of an invented office') =>
  xml(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title>${items}</channel></rss>`,
  );
const item = (inside: string) => `<item>${inside}</item>`;
const titles = ({ records }: Page) => records.map(({ record }) => record.title);

describe('a feed', () => {
  it('in RSS', async () => {
    const page = await read(
      rss(
        item(`<title>Alert: night watcher</title><link>/alerts/1</link><guid>12</guid><category>Devices</category>
          <pubDate>Mon, 02 Mar 2026 10:00:00 KST</pubDate><description>&lt;p&gt;It &lt;b&gt;slept&lt;/b&gt;.&lt;/p&gt;</description>`),
      ),
    );
    expect(page).toMatchObject({ next: null, unreadable: 0, notes: [] });
    expect(page.records[0]?.record).toMatchObject({
      title: 'Alert: night watcher',
      abstract: 'It slept.',
      year: 2026,
      keywords: ['Devices'],
      url: `${server.address}/alerts/1`,
      source: { database: 'News of an invented office' },
    });
  });

  it('in Atom', async () => {
    const page = await read(
      xml(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Alerts</title><entry><id>tag:x,2026:1</id>
        <title type="html">Night &amp;amp; day</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>
        <updated>2026-03-02T09:00:00+09:00</updated><author><name>An office</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It</p><p>slept.</p></div></content></entry></feed>`),
    );
    expect(page.records[0]?.record).toMatchObject({
      title: 'Night & day',
      url: 'https://x.example/1',
      authors: ['An office'],
      year: 2026,
    });
  });

  it('in RDF', async () => {
    const page = await read(
      xml(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel>
        <item><title>Night</title><link>https://x.example/1</link></item></rdf:RDF>`),
    );
    expect(page.records[0]?.record).toMatchObject({ title: 'Night', source: { database: 'Old' } });
  });

  it('in Korean as an office writes it, by the encoding that it names', async () => {
    const text =
      '<?xml version="1.0" encoding="EUC-KR"?><rss><channel><item><title>의료기기 행정처분</title><pubDate>2026.03.02</pubDate></item></channel></rss>';
    const page = await read({ type: 'text/xml', body: iconv.encode(text, 'euc-kr') });
    expect(titles(page)).toEqual(['의료기기 행정처분']);
  });
});

describe('a feed that is not as it should be', () => {
  it('with lone ampersands and entities that nobody declared', async () => {
    const page = await read(
      rss(item('<title>Drugs & devices&nbsp;at night</title><link>https://x.example/?a=1&b=2</link>')),
    );
    expect(page.records[0]?.record).toMatchObject({
      title: 'Drugs & devices at night',
      url: 'https://x.example/?a=1&b=2',
    });
  });

  it('with a date that cannot be: the record is kept without it, and the run says so', async () => {
    const page = await read(
      rss(item('<title>Night</title><pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate>')),
    );
    expect(page.records[0]?.record.year).toBeNull();
    expect(page.notes).toEqual(['date impossible']);
  });

  it('with a billion laughs: none is told', async () => {
    const page = await read(
      xml(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss><channel><item><title>Laughs: &lol2;</title><description>&x;</description></item></channel></rss>`),
    );
    expect(page.records[0]?.record).toMatchObject({ title: 'Laughs: &lol2;', abstract: '&x;' });
  });

  it('with tags that are not closed', async () => {
    const page = await read(
      rss(item('<title>Night</title><description>It<br>slept</description>') + item('<title>Day</title>')),
    );
    expect(titles(page)).toEqual(['Night', 'Day']);
    expect(page.notes).toEqual(['not well-formed']);
  });

  it('that breaks off: whole items are kept', async () => {
    const page = await read(xml('<rss><channel><item><title>Night</title></item><item><title>Da'));
    expect(titles(page)).toEqual(['Night']);
    expect(page.notes).toEqual(['truncated']);
  });

  it('that is nested without end', async () => {
    const page = await read(rss(item(`<title>Night</title>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)));
    expect(titles(page)).toEqual(['Night']);
  });

  it('that is a web page', async () => {
    await expect(
      read({ type: 'text/html', body: '<!doctype html><html><body>Gone</body></html>' }),
    ).rejects.toMatchObject({
      code: 'page instead of data',
    });
  });

  it('with items that say nothing', async () => {
    expect(
      await read(rss(item('<link>https://x.example</link>') + item('<title>Night</title>'))),
    ).toMatchObject({ unreadable: 1 });
  });
});

describe('the address of a feed', () => {
  it('may not lie on a private network unless the administrator allows it', async () => {
    await expect(read(rss(item('<title>Inside</title>')), [])).rejects.toMatchObject({
      code: 'address not allowed',
    });
    expect(server.asked).toEqual([]);
  });

  it('may not lead there by a redirect', async () => {
    const inside = await startSourceServer();
    inside.answer(() => rss(item('<title>Inside</title>')));
    const given: Given = { status: 302, headers: { location: `${inside.address}/secret` }, body: '' };
    await expect(read(given)).rejects.toMatchObject({ code: 'address not allowed' });
    expect(inside.asked).toEqual([]);
    await inside.close();
  });

  it('may lead on to another of its own', async () => {
    const asking = {
      ...testAsking('feed', ''),
      settings: { ...noScanSettings, privateHosts: [new URL(server.address).host] },
    };
    server.answer((url) =>
      url.pathname === '/old.xml'
        ? { status: 301, headers: { location: '/new.xml' }, body: '' }
        : rss(item('<title>Moved</title>')),
    );
    const page = await feed.page(askFor(feed, asking), {
      settings: { address: `${server.address}/old.xml` },
      span: { from: null, until: '2026-03-02' },
      cursor: null,
    });
    expect(titles(page)).toEqual(['Moved']);
  });
});

describe('the day of a date', () => {
  it.each([
    ['Mon, 02 Mar 2026 10:00:00 KST', '2026-03-02'],
    ['2 Mar 26 10:00 GMT', '2026-03-02'],
    ['2026-03-02T00:30:00+09:00', '2026-03-02'],
    ['2026. 3. 2. 오전 10:00', '2026-03-02'],
    ['2026년 3월 2일', '2026-03-02'],
    ['Monday, March 2, 2026 - 10:00', '2026-03-02'],
    ['Mon, 30 Feb 2026 10:00:00 GMT', null],
    ['2026-13-01', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (text, day) => {
    expect(dayOfFeed(text)).toBe(day);
  });

  it('is the one that was written, in every form', () => {
    const time = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(dayOfFeed(date.toISOString())).toBe(day);
        expect(dayOfFeed(date.toUTCString())).toBe(day);
      }),
    );
  });
});
