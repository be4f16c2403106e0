/**
 * Words with the coded passages underlined. The text stays one text node: the browser's highlight registry draws the
 * lines, so that thousands of spans cost no elements and selecting works as in any text.
 */
import { useEffect, useRef } from 'react';
import { toUtf16 } from '../../src/text/code-points.ts';
import { inLanes, type MarkedSpan } from './lanes.ts';

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

function highlightNamed(name: string): Highlight {
  const found = CSS.highlights.get(name);
  if (found !== undefined) return found;
  const fresh = new Highlight();
  CSS.highlights.set(name, fresh);
  return fresh;
}
