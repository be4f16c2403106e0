/**
 * A figure of the report on the screen: the same drawing, at the width that there is, its links opening the drawer.
 */
import { type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Figure, FigureOptions } from '../../src/report/figures/figure.ts';
import { figureStyle, variablePalette } from '../../src/report/figures/palette.ts';
import { render } from '../../src/report/markup.ts';
import { useLanguage } from './language.tsx';
import { useEvidenceAddress, useFollow } from './markup.tsx';

interface FigureViewProps {
  draw: (options: FigureOptions) => Figure | null;
  /** Wider than this a figure becomes hard to read. */
  widest?: number;
  /** Narrower than this it is drawn at this width and scrolls in its place. */
  narrowest?: number;
  /** Told the key of the evidence behind the mark that the reader points at or has moved to. */
  onPoint?: (evidenceKey: string) => void;
}

export function FigureView({ draw, widest = 800, narrowest = 0, onPoint }: FigureViewProps) {
  const { language } = useLanguage();
  const [place, room] = useWidth();
  const id = useId().replaceAll(/[^\w-]/g, '');
  const link = useEvidenceAddress();
  const follow = useFollow();
  const width = Math.max(narrowest, Math.min(widest, room));
  // Drawn anew for each render: a figure takes a millisecond or two, and its links follow the address.
  const figure = room === 0 ? null : draw({ language, width, id, link });
  const point = onPoint && ((event: SyntheticEvent) => tellPointed(event, onPoint));
  useFigureStyle();
  return (
    <div ref={place} className="figure">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the links inside */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the links inside */}
      <div
        onClick={follow}
        onMouseOver={point}
        onFocus={point}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `render` escapes every word and attribute
        dangerouslySetInnerHTML={{ __html: figure === null ? '' : render(figure.svg) }}
      />
    </div>
  );
}

function tellPointed({ target }: SyntheticEvent, onPoint: (evidenceKey: string) => void): void {
  const href = target instanceof Element ? target.closest('a[href]')?.getAttribute('href') : null;
  const key = href ? new URL(href, location.href).searchParams.get('evidence') : null;
  if (key !== null) onPoint(key);
}

function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  // Before the first paint, so that the figure is there when the page is.
  useLayoutEffect(() => {
    const node = place.current;
    if (node === null) return;
    setWidth(node.clientWidth);
    const observer = new ResizeObserver(() => setWidth(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [place, width] as const;
}

/** The figures' rules stand once in the page, whichever figure comes first. */
function useFigureStyle(): void {
  useEffect(() => {
    if (document.getElementById('figure-style') !== null) return;
    const style = document.createElement('style');
    style.id = 'figure-style';
    style.textContent = figureStyle(variablePalette);
    document.head.append(style);
  }, []);
}
