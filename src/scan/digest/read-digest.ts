/** A study's digest out of the store, in the form asked for. */
import { readStudy } from '../../code/read-study.ts';
import type { Store } from '../../store/database.ts';
import { inLanguage } from '../../study/localised.ts';
import { readBriefs } from '../briefs/read-brief.ts';
import { digestOf } from './digest.ts';
import { digestHtml } from './html.ts';
import { digestMarkdown } from './markdown.ts';
import type { Digest, DigestQuery } from './model.ts';
import { digestRss } from './rss.ts';

export async function readDigest(store: Store, studyId: string, asked: DigestQuery): Promise<Digest> {
  const { title, synthetic } = await readStudy(store, studyId);
  const briefs = await readBriefs(store, studyId, asked);
  return digestOf(briefs, { ...asked, title: inLanguage(title, asked.language), synthetic });
}

/** @param link where a reader of the feed comes back to */
export function digestText(digest: Digest, format: 'html' | 'md' | 'rss', link: string): string {
  if (format === 'html') return digestHtml(digest);
  return format === 'md' ? digestMarkdown(digest) : digestRss(digest, link);
}
