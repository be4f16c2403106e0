/** A digest as Markdown (CommonMark 0.31). */
import { partTitles } from '../briefs/words.ts';
import type { Digest } from './model.ts';
import { digestWords } from './words.ts';

export function digestMarkdown(digest: Digest): string {
  const words = digestWords[digest.language];
  const titles = partTitles[digest.language];
  const lines = [
    `# ${plain(words.heading(digest.title))}`,
    '',
    plain(words.span(digest.from, digest.to)),
    '',
  ];
  if (digest.synthetic) lines.push(plain(words.synthetic), '');
  if (digest.groups.length === 0) lines.push(plain(words.none), '');
  for (const { from, to, briefs } of digest.groups) {
    lines.push(`## ${plain(words.span(from, to))}`, '');
    for (const { title, address, parts } of briefs) {
      lines.push(
        `### ${address === null ? plain(title) : `[${plain(title)}](<${destination(address)}>)`}`,
        '',
      );
      for (const { part, sentences } of parts) {
        lines.push(`**${plain(titles[part])}**`, '');
        for (const { text } of sentences) lines.push(plain(text), '');
      }
    }
  }
  lines.push('---', '', plain(words.how), '');
  return lines.join('\n');
}

/** On one line, with every sign escaped that could be markup or HTML; any ASCII punctuation may be (2.4). */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&$=-]|(?<=^\d{1,9})[.)]/g, '\\$&');
}

function destination(address: string): string {
  return address.replaceAll(/[\s<>\\]/g, encodeURIComponent);
}
