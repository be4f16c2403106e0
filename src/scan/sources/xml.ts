/**
 * An XML answer as a tree. The parser knows XML's own five entities only and goes on behind a fault as far as it can;
 * depth is bounded, size was when the answer came.
 */
import { SaxesParser } from 'saxes';
import { escapedWell } from '../files/well-escaped.ts';

export interface XmlElement {
  /** With its prefix, as it stands: `dc:creator`. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** False where the answer ended within it. */
  isWhole: boolean;
}

const MOST_DEPTH = 200;

/** @returns the outermost element, or null where there is none; `faults` counts what was not well-formed */
export function readXml(text: string): { root: XmlElement | null; faults: number } {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let faults = 0;
  let tooDeep = 0;
  parser.on('error', () => {
    faults++;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MOST_DEPTH) {
      tooDeep++;
      return;
    }
    const element: XmlElement = { name, attributes, children: [], isWhole: false };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string) => open.at(-1)?.children.push(part);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    const element = open.pop();
    if (element !== undefined) element.isWhole = true;
  });
  parser.write(escapedWell(text));
  const unclosed = new Set(open);
  parser.close();
  for (const element of unclosed) element.isWhole = false;
  return { root, faults };
}

/** The element's own children of that name. */
export function childrenOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The first element that the names lead to, one inside of the other. */
export function within(element: XmlElement | null | undefined, ...names: string[]): XmlElement | undefined {
  let at = element ?? undefined;
  for (const name of names) at = childrenOf(at, name)[0];
  return at;
}

/** All text in it, with that of the elements in it. */
export function textOf(element: XmlElement | null | undefined): string {
  const parts = (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child)));
  return parts.join('').trim();
}
