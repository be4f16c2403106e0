/** The report's one style sheet: a paper's page, on a screen, on a phone and in print, light and dark. */
import {
  darkPalette,
  figureStyle,
  fontStack,
  lightPalette,
  paletteVariables,
  variablePalette,
} from '../figures/palette.ts';

/** `running`: words at the head of every printed page. */
export function reportStyle(running: string): string {
  return [
    `:root{color-scheme:light dark;${paletteVariables(lightPalette)}}`,
    `@media (prefers-color-scheme:dark){:root{${paletteVariables(darkPalette)}}}`,
    page,
    typography,
    numbersAndTables,
    figures,
    evidence,
    figureStyle(variablePalette),
    phone,
    print(running),
  ].join('\n');
}

const page = `
*{box-sizing:border-box}
html{font:16px/1.6 ${fontStack};background:var(--fh-paper);color:var(--fh-ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;word-break:keep-all;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--fh-paper);padding:8px;z-index:9}
#reading{position:fixed;top:0;left:0}
.layout{max-width:1180px;margin:0 auto;padding:0 24px;display:grid;grid-template-columns:190px minmax(0,720px);column-gap:56px}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:40px 0;font-size:13px;line-height:1.45}
nav h2{font-size:12px;font-weight:600;color:var(--fh-soft);margin:0 0 8px}
nav ol{list-style:none;margin:0;padding:0}
nav a{display:block;padding:3px 0;color:var(--fh-soft);text-decoration:none}
nav a:hover{color:var(--fh-accent)}
main{padding:32px 0 96px;min-width:0}
.banner{background:var(--fh-ink);color:var(--fh-paper);padding:7px 24px;font-size:14px;line-height:1.45;text-align:center}
.layout>footer{grid-column:2}
`;

const typography = `
header.title{border-bottom:1px solid var(--fh-ink);padding-bottom:18px;margin-bottom:8px}
.kicker{font-size:13px;color:var(--fh-soft);margin:0 0 10px}
h1{font-size:29px;line-height:1.28;font-weight:700;letter-spacing:-.012em;margin:0 0 12px;text-wrap:balance}
.facts-line{font-size:13px;color:var(--fh-soft);margin:0}
h2{font-size:21px;line-height:1.35;margin:56px 0 14px;letter-spacing:-.01em}
main>section>h2{border-top:1px solid var(--fh-line);padding-top:18px}
#summary>h2{border:0;padding:0;margin-top:24px}
h3{font-size:16px;line-height:1.45;margin:28px 0 6px}
h3 small{font-weight:400;color:var(--fh-soft);font-size:13px}
h4{font-size:13px;font-weight:600;color:var(--fh-soft);margin:16px 0 4px}
p{margin:0 0 12px}
small{font-size:.82em}
.soft,.aside{color:var(--fh-soft)}
.aside{font-size:13.5px;line-height:1.55}
#summary h3{margin:16px 0 2px;font-size:15px}
.claims{margin:0 0 6px;padding-left:1.35em}
.claims li{padding:1px 0}
a{color:inherit;text-underline-offset:3px;text-decoration-color:var(--fh-line)}
a:hover{text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--fh-accent);outline-offset:2px}
a.n{color:var(--fh-accent);text-decoration:underline;text-decoration-thickness:1px;text-decoration-color:var(--fh-accent)}
.tag{display:inline-block;font-size:11.5px;font-weight:600;line-height:1.3;border:1px solid currentColor;border-radius:2px;padding:0 5px;color:var(--fh-counter);vertical-align:.08em}
dl{margin:0}
dl.methods dt{font-weight:600;margin-top:14px}
dl.methods dd,dl.facts dd{margin:0}
dl.methods dd p:last-child{margin-bottom:0}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:6px 20px;font-size:14px}
dl.facts dt{color:var(--fh-soft)}
code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;word-break:break-all}
blockquote{margin:8px 0 10px;padding:2px 0 2px 16px;border-left:2px solid var(--fh-line)}
blockquote p{margin:0;white-space:pre-line}
blockquote footer{font-size:12.5px;color:var(--fh-soft)}
blockquote.consent{font-size:14px;color:var(--fh-soft)}
.claim{margin-bottom:10px}
.claim>p{margin-bottom:4px}
.theme{margin-top:8px}
.questions li{margin-bottom:4px}
`;

const numbersAndTables = `
.scroll{overflow-x:auto;margin:18px 0 24px}
.scroll:focus-visible{outline:2px solid var(--fh-accent)}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.45}
caption{text-align:left;padding-bottom:6px;font-size:13px}
caption span{position:sticky;left:0;display:inline-block;max-width:min(720px,100vw - 40px)}
caption span.tag{position:static;display:inline}
tbody th{min-width:96px}
thead th{border-top:1px solid var(--fh-ink);border-bottom:1px solid var(--fh-ink);font-weight:600;vertical-align:bottom}
tbody tr:last-child>*{border-bottom:1px solid var(--fh-ink)}
th,td{padding:4px 14px 4px 0;text-align:left;vertical-align:top;overflow-wrap:break-word}
th:last-child,td:last-child{padding-right:0}
tbody th{font-weight:400}
td.v{white-space:nowrap}
table.codebook td,table.codebook th{border-bottom:1px solid var(--fh-line);padding-top:6px;padding-bottom:6px}
table.codebook tbody th{min-width:150px}
table.codebook td:nth-child(2){min-width:220px}
table.codebook td:nth-child(3){white-space:normal;min-width:150px}
table.pairs th:nth-child(-n+2),table.pairs td:nth-child(2){min-width:110px}
i.withheld,i.undefined{font-style:normal;color:var(--fh-soft)}
.positive{color:var(--fh-positive)}.negative{color:var(--fh-negative)}.mixed{color:var(--fh-mixed)}
`;

const figures = `
details{margin:-12px 0 24px;font-size:13px}
summary{color:var(--fh-soft);cursor:pointer;padding:4px 0;width:max-content;max-width:100%}
summary:focus-visible{outline:2px solid var(--fh-accent)}
figure{margin:20px 0 26px}
figcaption{font-size:13px;line-height:1.5;margin-top:8px;color:var(--fh-soft)}
figcaption b{color:var(--fh-ink)}
figure .wide svg{display:block;max-width:100%;height:auto}
figure.one .scroll svg{max-width:none}
.narrow{display:none}
`;

const evidence = `
.evidence,.of{display:none}
.group{position:fixed;top:0;right:0}
.evidence:target,.group:target~.evidence{display:block;position:fixed;z-index:5;top:0;right:0;bottom:0;width:min(480px,100%);overflow-y:auto;overscroll-behavior:contain;background:var(--fh-paper);border-left:1px solid var(--fh-ink);padding:0 24px 40px;font-size:15px;line-height:1.6;box-shadow:0 0 32px rgb(0 0 0/.12)}
.group:target~.evidence .all{display:none}
.evidence .bar{position:sticky;top:0;margin:0 -24px 12px;padding:14px 24px 10px;background:var(--fh-paper);border-bottom:1px solid var(--fh-line);display:flex;gap:16px;justify-content:space-between;align-items:baseline}
.evidence h3{margin:0;font-size:15px}
.evidence .bar a{white-space:nowrap;font-size:13px;padding:4px 0}
.evidence ol{list-style:none;margin:0;padding:0}
.evidence li{padding:10px 0;border-top:1px solid var(--fh-line)}
.evidence li p{margin:0;white-space:pre-line;unicode-bidi:plaintext}
.evidence li small{display:block;font-size:12.5px;color:var(--fh-soft)}
mark{background:var(--fh-marked);color:inherit;padding:1px 0;border-radius:1px}
`;

const phone = `
@media (min-width:1260px){
body:has(.evidence:target,.group:target) nav{display:none}
body:has(.evidence:target,.group:target) .layout{display:block;margin-left:24px;max-width:768px}
}
@media (max-width:1000px){
.layout{display:block;max-width:768px}
nav{position:static;max-height:none;padding:16px 0 0}
nav ol{columns:2;column-gap:24px}
main{padding-top:24px}
}
@media (max-width:600px){
.layout{padding:0 20px}
h1{font-size:24px}
h2{font-size:19px;margin-top:44px}
.two .wide{display:none}
.two .narrow{display:block}
figure .narrow svg{display:block;max-width:100%;height:auto}
dl.facts{display:block}
dl.facts dd{margin-bottom:8px}
.evidence{border-left:0!important}
}
`;

const print = (running: string): string => `
@page{size:A4;margin:20mm 18mm 18mm;
@top-left{content:${cssString(running)};font:8pt ${fontStack};color:#5a5e66;white-space:nowrap}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt ${fontStack};color:#5a5e66}}
@media print{
:root{color-scheme:light;${paletteVariables(lightPalette)}--fh-paper:#fff}
html{font-size:10pt;line-height:1.5}
.layout{display:block;max-width:none;padding:0}
nav,.skip,.screen,details,.evidence,.evidence:target,.group:target~.evidence{display:none}
blockquote.quote p,blockquote.quote footer{display:inline}
blockquote.quote footer::before{content:" — "}
blockquote.quote{margin:3pt 0 4pt;padding:0 0 0 8pt}
main{padding:0}
.banner{padding:4pt 8pt;font-size:9pt;background:none;color:inherit;border:1pt solid;margin-bottom:10pt}
header.title{padding-bottom:8pt}
h1{font-size:18pt;margin-bottom:6pt}
h2{font-size:13.5pt;margin:20pt 0 6pt}
h3{font-size:11pt;margin:12pt 0 3pt}
h4{font-size:9pt}
#summary>h2{margin-top:10pt}
#summary h3{font-size:10pt;margin:7pt 0 1pt}
#summary{break-after:page}
p{margin-bottom:6pt}
h2,h3,h4,caption{break-after:avoid}
figure,blockquote,.claim,tr,dt,table.whole:not(.codebook){break-inside:avoid}
dt{break-after:avoid}
thead{display:table-header-group}
.scroll{overflow:visible;margin:8pt 0 12pt}
figure.one .scroll svg{max-width:100%}
table,caption,figcaption{font-size:8.5pt}
table.groups,table.pairs{font-size:7.5pt}
table.pairs th,table.pairs td{padding-right:5pt}
table.pairs td.v{white-space:nowrap}
table.pairs thead th{font-size:7pt}
table th,table td{min-width:0!important}
table.groups th,table.groups td{padding-right:6pt}
td.v{white-space:normal}
.aside,.facts-line,.kicker{font-size:8.5pt}
a.n{color:inherit;text-decoration:none}
a{text-decoration:none}
.two .wide{display:block}
.two .narrow{display:none}
}
`;

/** A CSS string; the words are a study's title and may hold anything. */
function cssString(words: string): string {
  const escaped = words.replace(
    /[^\p{L}\p{N} .,:;()·—–-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
