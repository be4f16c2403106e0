/**
 * The colours of figures and reports, light and dark, and the classes by which figures use them. Neutral paper and
 * ink with one accent; teal, rust and grey say polarity and are used for nothing else.
 */

export interface Palette {
  paper: string;
  ink: string;
  /** Secondary words: at least 4.5 to 1 on the paper. */
  soft: string;
  /** Hairlines and axes. */
  line: string;
  /** Quiet areas. */
  wash: string;
  accent: string;
  accentWash: string;
  /** The other end of a diverging scale whose one end is the accent. */
  counter: string;
  positive: string;
  negative: string;
  mixed: string;
  /** Words that are coded, in evidence. */
  marked: string;
}

export const lightPalette: Palette = {
  paper: '#fdfdfb',
  ink: '#1b1d21',
  soft: '#5a5e66',
  line: '#c9cbc8',
  wash: '#f1f1ed',
  accent: '#28508f',
  accentWash: '#dfe7f3',
  counter: '#8a6a1f',
  positive: '#0f766e',
  negative: '#a8431f',
  mixed: '#63666c',
  marked: '#fbeaa6',
};

export const darkPalette: Palette = {
  paper: '#16181c',
  ink: '#e8e8e4',
  soft: '#a6aab2',
  line: '#43474f',
  wash: '#20232a',
  accent: '#93b7f2',
  accentWash: '#26344d',
  counter: '#d3b15f',
  positive: '#4fc3b5',
  negative: '#ec9570',
  mixed: '#abaeb5',
  marked: '#5c4c12',
};

const names = Object.keys(lightPalette) as Array<keyof Palette>; // the object is the type's own complete value

/** `--fh-ink: …;` for each colour, to stand inside a rule. */
export function paletteVariables(palette: Palette): string {
  return names.map((name) => `--fh-${name}:${palette[name]};`).join('');
}

/** Colours as references to the page's variables. */
export const variablePalette: Palette = Object.fromEntries(
  names.map((name) => [name, `var(--fh-${name})`]),
) as unknown as Palette; // built from every name of the type

export const fontStack =
  "Pretendard,'Pretendard Variable','Noto Sans KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic',system-ui,-apple-system,'Segoe UI',sans-serif";

/** The rules by which every figure is drawn; `palette` holds plain colours for files, variables for pages. */
export function figureStyle(palette: Palette): string {
  return [
    `.fh{font-family:${fontStack};font-size:12px;font-variant-numeric:tabular-nums}`,
    `.fh text{fill:${palette.ink}}`,
    `.fh .soft{fill:${palette.soft}}`,
    `.fh .small{font-size:11px}`,
    `.fh .tiny{font-size:10px}`,
    `.fh .large{font-size:17px;font-weight:600}`,
    `.fh .strong{font-weight:600}`,
    `.fh .on-dark{fill:${palette.paper}}`,
    `.fh .axis{stroke:${palette.line};stroke-width:1;fill:none;shape-rendering:crispEdges}`,
    `.fh .guide{stroke:${palette.line};stroke-width:1;stroke-dasharray:2 3;fill:none}`,
    `.fh .interval{stroke:${palette.accent};stroke-width:2;fill:none}`,
    `.fh .dot{fill:${palette.accent}}`,
    `.fh .band{fill:${palette.accentWash}}`,
    `.fh .curve{stroke:${palette.accent};stroke-width:1.75;fill:none}`,
    `.fh .river{fill:${palette.accentWash}}`,
    `.fh .loss{fill:${palette.wash}}`,
    `.fh .bank{fill:${palette.ink}}`,
    `.fh .bank.quiet{fill:${palette.line}}`,
    `.fh .thread{fill:${palette.accent}}`,
    `.fh .node{fill:${palette.ink}}`,
    `.fh .high{fill:${palette.accent}}`,
    `.fh .low{fill:${palette.counter}}`,
    `.fh .cell{stroke:${palette.paper};stroke-width:1}`,
    `.fh .empty{fill:${palette.wash}}`,
    `.fh .ring{fill:none;stroke:${palette.ink};stroke-width:1.5}`,
    `.fh .hatch{stroke:${palette.soft};stroke-width:1}`,
    `.fh .sheet{fill:${palette.paper}}`,
    `.fh .hit{fill:transparent}`,
    `.fh a{cursor:pointer}`,
    `.fh a:hover .hit,.fh a:focus-visible .hit{fill:${palette.accent};fill-opacity:.1}`,
    `.fh a:focus-visible{outline:2px solid ${palette.accent};outline-offset:1px}`,
    `.fh .halo{paint-order:stroke;stroke:${palette.paper};stroke-width:3px;stroke-linejoin:round}`,
  ].join('');
}
