/**
 * What an administrator configures for asking sources of external documents: who we say we are, keys, and other
 * addresses for the sources, as where a hospital serves its own copy. Keys stand nowhere else, in no table and no log.
 */
import { InputProblems } from '../kernel/problems.ts';
import type { SourceName } from '../store/scan-tables.ts';

export interface ScanSettings {
  /** An e-mail address, which the sources ask for so that they can write before they block. */
  contact: string | null;
  keys: Partial<Record<SourceName, string>>;
  /** In place of a source's public address. */
  addresses: Partial<Record<SourceName, string>>;
  /** Hosts (`name` or `name:port`) on private networks that feeds may be read from all the same. */
  privateHosts: readonly string[];
}

export const noScanSettings: ScanSettings = { contact: null, keys: {}, addresses: {}, privateHosts: [] };

const SOURCES = [
  'europepmc',
  'pubmed',
  'crossref',
  'openalex',
  'clinicaltrials',
  'openfda',
  'arxiv',
  'medrxiv',
  'feed',
] as const satisfies readonly SourceName[];

/** @throws InputProblems */
export function scanSettingsFrom(environment: Record<string, string | undefined>): ScanSettings {
  const contact = environment.FIRSTHAND_SCAN_CONTACT || null;
  if (contact !== null && !/^[^\s@]+@[^\s@]+$/.test(contact))
    throw wrong(
      'FIRSTHAND_SCAN_CONTACT',
      'no e-mail address',
      'expected one such as library@hospital.example',
    );
  const keys: ScanSettings['keys'] = {};
  if (environment.FIRSTHAND_PUBMED_KEY) keys.pubmed = environment.FIRSTHAND_PUBMED_KEY;
  if (environment.FIRSTHAND_OPENALEX_KEY) keys.openalex = environment.FIRSTHAND_OPENALEX_KEY;
  if (environment.FIRSTHAND_OPENFDA_KEY) keys.openfda = environment.FIRSTHAND_OPENFDA_KEY;
  return {
    contact,
    keys,
    addresses: addressesIn(environment.FIRSTHAND_SCAN_ADDRESSES ?? ''),
    privateHosts: listed(environment.FIRSTHAND_SCAN_PRIVATE_HOSTS ?? ''),
  };
}

/** `europepmc=http://mirror.example,pubmed=https://…`. @throws InputProblems */
export function addressesIn(text: string, where = 'FIRSTHAND_SCAN_ADDRESSES'): ScanSettings['addresses'] {
  const addresses: ScanSettings['addresses'] = {};
  for (const part of listed(text)) {
    const [name = '', address = ''] = part.split(/=(.*)/s);
    const source = SOURCES.find((one) => one === name);
    if (source === undefined || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
      throw wrong(where, 'no source and address', 'expected such as europepmc=https://mirror.example');
    addresses[source] = address.replace(/\/+$/, '');
  }
  return addresses;
}

function listed(text: string): string[] {
  return text.split(/[,\s]+/).filter((part) => part !== '');
}

function wrong(file: string, problem: string, expected: string): InputProblems {
  return new InputProblems([{ file, problem, expected }]);
}
