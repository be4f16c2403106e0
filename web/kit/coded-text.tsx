/**
 * Words with the coded passages underlined. The text stays one text node: the browser's highlight registry draws the
 * lines, so that thousands of spans cost no elements and selecting works as in any text.
 */
import { useEffect, useRef } from 'react';
import { toUtf16 } from '../../src/text/code-points.ts';

export interface MarkedSpan {
  /** Half-open, in code points of the text. */
  start: number;
  end: number;
  /** One of the stylesheet's underline colours: 1 to 8, or 0 for none. */
  colour: number;
  /** Shown on a ground of its own, as when its code is pointed at. */
  isPointed?: boolean;
}

/** Lines drawn under one another where spans overlap; deeper overlaps share the last line. */
const LANES = 3;

export function CodedText({ text, spans }: { text: string; spans: readonly MarkedSpan[] }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const node = place.current?.firstChild;
    if (!(node instanceof Text)) return;
    const drawn = inLanes(spans).map(({ start, end, colour, lane, isPointed }) => {
      const range = new StaticRange({
        startContainer: node,
        startOffset: toUtf16(text, start),
        endContainer: node,
        endOffset: toUtf16(text, end),
      });
      const highlights = [`code-${colour}-${lane}`, ...(isPointed ? ['pointed'] : [])].map(highlightNamed);
      for (const highlight of highlights) highlight.add(range);
      return () => {
        for (const highlight of highlights) highlight.delete(range);
      };
    });
    return () => {
      for (const erase of drawn) erase();
    };
  }, [text, spans]);
  return (
    <p ref={place} className="coded-text">
      {text}
    </p>
  );
}

/** Gives each span the highest line that no earlier overlapping span has taken. */
export function inLanes(spans: readonly MarkedSpan[]): Array<MarkedSpan & { lane: number }> {
  const ends: number[] = [];
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = span.end;
      return { ...span, lane: Math.min(lane, LANES - 1) };
    });
}

function highlightNamed(name: string): Highlight {
  const found = CSS.highlights.get(name);
  if (found !== undefined) return found;
  const fresh = new Highlight();
  CSS.highlights.set(name, fresh);
  return fresh;
}
