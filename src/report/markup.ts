/**
 * A tree of elements for HTML and SVG, and its one spelling. Figures and reports are built without a DOM, in Node
 * and in the browser alike; text and attribute values are escaped here and nowhere else.
 */

export interface MarkupElement {
  tag: string;
  attributes: Attributes;
  children: Markup[];
}

/** `undefined` and `false` leave the attribute out, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `null` stands for nothing, so that a part can be absent without a case at every caller. */
export type Markup = MarkupElement | string | null | readonly Markup[];

export function element(tag: string, attributes: Attributes = {}, ...children: Markup[]): MarkupElement {
  return { tag, attributes, children };
}

/** Sentences with links inside: text`${count} of ${total} answered`. */
export function text(strings: TemplateStringsArray, ...inserted: Array<Markup | number>): Markup[] {
  return strings.flatMap((words, at) => {
    const next = inserted[at];
    return next === undefined ? [words] : [words, typeof next === 'number' ? String(next) : next];
  });
}

/** The markup as text, with no white space added; the same tree gives the same bytes. */
export function render(markup: Markup): string {
  if (markup === null) return '';
  if (typeof markup === 'string') return escapeText(markup);
  if (isList(markup)) return markup.map(render).join('');
  const open = `<${markup.tag}${renderAttributes(markup.attributes)}>`;
  if (voidElements.has(markup.tag)) return open;
  const inside = rawTextElements.has(markup.tag) ? rawText(markup.children) : render(markup.children);
  return `${open}${inside}</${markup.tag}>`;
}

const isList = (markup: Markup): markup is readonly Markup[] => Array.isArray(markup);

// Parsers take their content as it stands, so an entity would show as an entity.
const rawTextElements = new Set(['style']);
const voidElements = new Set(['br', 'col', 'hr', 'link', 'meta', 'wbr']);

function rawText(children: readonly Markup[]): string {
  return children
    .map((child) => {
      if (typeof child !== 'string') throw new TypeError('a style element holds text alone');
      return child.replaceAll('</', '<\\/');
    })
    .join('');
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return value === true ? ` ${name}=""` : ` ${name}="${escapeAttribute(String(value))}"`;
    })
    .join('');
}

function escapeText(words: string): string {
  return withoutControls(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(words: string): string {
  return escapeText(words).replaceAll('"', '&quot;');
}

/** XML 1.0 has no spelling for these at all, and an SVG file that holds one does not open. */
function withoutControls(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
