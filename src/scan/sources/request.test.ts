import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { isPrivateAddress } from './private-addresses.ts';
import { requestWithin } from './request.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

const ask = (url: string, trusted = true) =>
  requestWithin(new URL(url), {
    headers: { 'user-agent': 'test' },
    signal: new AbortController().signal,
    isTrusted: () => trusted,
  });

describe('a request', () => {
  it('unpacks what comes packed', async () => {
    server.answer(() => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('night') }));
    expect((await ask(server.address)).body.toString()).toBe('night');
  });

  it('ends where the answer grows beyond its bound, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(200_000);
    server.answer(() => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }));
    await expect(ask(server.address)).rejects.toMatchObject({ code: 'too large', again: false });
  });

  it('says where what is packed breaks off', async () => {
    const half = gzipSync('night'.repeat(1000)).subarray(0, 30);
    server.answer(() => ({ headers: { 'content-encoding': 'gzip' }, body: half }));
    await expect(ask(server.address)).rejects.toMatchObject({ code: 'truncated', again: true });
  });

  it('follows a few redirects and no more', async () => {
    server.answer(() => ({ status: 302, headers: { location: '/again' }, body: '' }));
    await expect(ask(server.address)).rejects.toMatchObject({ code: 'refused' });
    expect(server.asked).toHaveLength(6);
  });

  it('says that nobody is there', async () => {
    await expect(ask('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'unreachable' });
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://10.0.0.7/',
    'ftp://source.example/',
    'file:///etc/passwd',
    'http://name:password@source.example/',
  ])('never goes to %s by itself', async (url) => {
    await expect(ask(url, false)).rejects.toMatchObject({ code: 'address not allowed' });
  });
});

describe('a private address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.169.0.1', '2606:4700:4700::1111'])(
    'is not %s',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  it('is every one of the networks that belong to no public host', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const inside = fc
      .tuple(fc.constantFrom('10', '127', '0', '224', '255'), byte, byte, byte)
      .map((parts) => parts.join('.'));
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    const local = fc
      .tuple(fc.constantFrom('fc00', 'fd12', 'fe80', 'ff02', '2002', '2001:db8'), group, group)
      .map(([start, one, other]) => `${start}::${one}:${other}`);
    const mapped = inside.map((address) => `::ffff:${address}`);
    fc.assert(
      fc.property(fc.oneof(inside, local, mapped), (address) => {
        expect(isPrivateAddress(address)).toBe(true);
      }),
    );
  });
});
