/** The sources as a person chooses among them, with what the administrator has configured, and never a key. */
import type { ScanSettings } from '../../access/scan-settings.ts';
import type { SourceOffered } from '../model.ts';
import { readyFeeds } from './feeds.ts';
import { sources } from './sources.ts';

export function sourcesOffered({ keys, contact }: ScanSettings): SourceOffered[] {
  return Object.values(sources).map(({ name, title, key }) => ({
    source: name,
    title,
    key,
    keyConfigured: keys[name] !== undefined,
    contactConfigured: contact !== null,
    feeds: name === 'feed' ? [...readyFeeds] : [],
  }));
}
