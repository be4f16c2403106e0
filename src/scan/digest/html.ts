/** A digest as one HTML file that loads nothing. */
import { escapeXml } from '../../kernel/xml-text.ts';
import type { Brief } from '../briefs/model.ts';
import { partTitles } from '../briefs/words.ts';
import type { Digest } from './model.ts';
import { digestWords } from './words.ts';

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 Pretendard,system-ui,sans-serif;color:#1d1d1b;background:#fdfcf9;word-break:keep-all;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.1rem;border-bottom:1px solid;margin-top:2.5rem}h3{font-size:1.05rem;margin:2rem 0 .5rem}h4{font-size:.85rem;margin:1rem 0 0;color:#55534d}
p{margin:.25rem 0}a{color:inherit}.note{color:#55534d;font-size:.9rem}
@media(prefers-color-scheme:dark){body{color:#eceae4;background:#191917}h4,.note{color:#aaa79e}}
@media print{body{margin:0}article{break-inside:avoid}}`;

export function digestHtml(digest: Digest): string {
  const words = digestWords[digest.language];
  const groups = digest.groups.map(
    ({ from, to, briefs }) =>
      `<section><h2>${escapeXml(words.span(from, to))}</h2>\n${briefs.map((brief) => briefHtml(brief, digest)).join('')}</section>\n`,
  );
  return `<!doctype html>
<html lang="${digest.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeXml(words.heading(digest.title))}</title>
<style>${style}</style></head>
<body>
<h1>${escapeXml(words.heading(digest.title))}</h1>
<p class="note">${escapeXml(words.span(digest.from, digest.to))}</p>
${digest.synthetic ? `<p class="note">${escapeXml(words.synthetic)}</p>\n` : ''}${groups.join('') || `<p>${escapeXml(words.none)}</p>\n`}<footer class="note"><p>${escapeXml(words.how)}</p></footer>
</body>
</html>
`;
}

function briefHtml({ title, address, parts }: Brief, { language }: Digest): string {
  const heading =
    address === null
      ? escapeXml(title)
      : `<a href="${escapeXml(address)}" rel="noreferrer">${escapeXml(title)}</a>`;
  return `<article><h3>${heading}</h3>\n${partsHtml({ parts }, language)}</article>\n`;
}

/** Headings and paragraphs alone, as feed readers show them too. Each paragraph names the fields that it comes from. */
export function partsHtml({ parts }: Pick<Brief, 'parts'>, language: Digest['language']): string {
  return parts
    .map(({ part, sentences }) => {
      const paragraphs = sentences.map(({ text, from }) => {
        const fields = [...new Set(from.map(({ field }) => field))].join(' ');
        return `<p data-from="${escapeXml(fields)}">${escapeXml(text).replaceAll('\n', '<br>')}</p>\n`;
      });
      return `<h4>${escapeXml(partTitles[language][part])}</h4>\n${paragraphs.join('')}`;
    })
    .join('');
}
