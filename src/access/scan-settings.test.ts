import { describe, expect, it } from 'vitest';
import { addressesIn, noScanSettings, scanSettingsFrom } from './scan-settings.ts';

describe('settings for asking sources', () => {
  it('are empty without an environment', () => {
    expect(scanSettingsFrom({})).toEqual(noScanSettings);
  });

  it('come from the environment', () => {
    expect(
      scanSettingsFrom({
        FIRSTHAND_SCAN_CONTACT: 'library@hospital.example',
        FIRSTHAND_PUBMED_KEY: 'p',
        FIRSTHAND_OPENALEX_KEY: 'o',
        FIRSTHAND_SCAN_ADDRESSES: 'europepmc=http://127.0.0.1:8080/rest/, arxiv=https://mirror.example',
        FIRSTHAND_SCAN_PRIVATE_HOSTS: 'feeds.hospital.local:8080',
      }),
    ).toEqual({
      contact: 'library@hospital.example',
      keys: { pubmed: 'p', openalex: 'o' },
      addresses: { europepmc: 'http://127.0.0.1:8080/rest', arxiv: 'https://mirror.example' },
      privateHosts: ['feeds.hospital.local:8080'],
    });
  });

  it.each(['europepmc', 'nowhere=http://x.example', 'arxiv=ftp://x.example', 'arxiv='])(
    'refuse %s as an address',
    (text) => {
      expect(() => addressesIn(text)).toThrow('expected such as europepmc=');
    },
  );

  it('refuse a contact that nobody can write to', () => {
    expect(() => scanSettingsFrom({ FIRSTHAND_SCAN_CONTACT: 'the library' })).toThrow('no e-mail address');
  });
});
