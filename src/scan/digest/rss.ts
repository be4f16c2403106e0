/** A digest as RSS 2.0 (RSS Advisory Board, 2.0.11): one item a brief. */
import { escapeXml } from '../../kernel/xml-text.ts';
import type { Brief } from '../briefs/model.ts';
import { partsHtml } from './html.ts';
import type { Digest } from './model.ts';
import { digestWords } from './words.ts';

/** @param link the address of the study in this installation */
export function digestRss(digest: Digest, link: string): string {
  const words = digestWords[digest.language];
  const briefs = digest.groups.flatMap((group) => group.briefs).sort(latestFirst);
  const [latest] = briefs;
  const about = digest.synthetic ? `${words.synthetic} ${words.how}` : words.how;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeXml(words.heading(digest.title))}</title>
<link>${escapeXml(link)}</link>
<description>${escapeXml(about)}</description>
<language>${digest.language}</language>
${latest === undefined ? '' : `<lastBuildDate>${rfc822(latest.appraisedAt)}</lastBuildDate>\n`}${briefs.map((brief) => item(brief, digest)).join('')}</channel></rss>
`;
}

function item(brief: Brief, { language }: Digest): string {
  const link = brief.address === null ? '' : `<link>${escapeXml(brief.address)}</link>\n`;
  return `<item>
<title>${escapeXml(brief.title)}</title>
${link}<guid isPermaLink="false">${escapeXml(brief.record)}</guid>
<pubDate>${rfc822(brief.appraisedAt)}</pubDate>
<description>${escapeXml(partsHtml(brief, language))}</description>
</item>
`;
}

function latestFirst(left: Brief, right: Brief): number {
  return `${left.appraisedAt} ${left.record}` > `${right.appraisedAt} ${right.record}` ? -1 : 1;
}

const rfc822 = (time: string): string => new Date(time).toUTCString();
