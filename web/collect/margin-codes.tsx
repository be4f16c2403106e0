/** Codes in the margin, each level with the passage that it is on; those that would collide move down. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { toUtf16 } from '../../src/text/code-points.ts';
import { CodeLabel } from '../kit/code-label.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useNames } from '../kit/study.ts';
import { type Stack, stacked } from './stack.ts';
import type { SharedCoding } from './together.ts';
import { collectWords } from './words.ts';

declare module 'react' {
  interface CSSProperties {
    /** Where the last label in the margin ends. */
    '--bottom'?: string;
  }
}

interface MarginCodesProps {
  text: string;
  /** Holds the text's one paragraph. */
  place: RefObject<HTMLElement | null>;
  /** In the order of the text. */
  codings: readonly SharedCoding[];
  colourOf: (code: string) => number;
  onPoint: (coding: string | null) => void;
}

export function MarginCodes({ text, place, codings, colourOf, onPoint }: MarginCodesProps) {
  const words = collectWords[useLanguage().language];
  const names = useNames();
  const list = useRef<HTMLUListElement>(null);
  const { tops, bottom } = useTops(list, place, text, codings);
  if (codings.length === 0) return <p className="margin-codes quiet">{words.noCodes}</p>;
  return (
    <ul ref={list} className="margin-codes" style={{ '--bottom': `${bottom}px` }}>
      {codings.map(({ id, code, polarity, span, coders }, at) => (
        <li
          key={id}
          style={{ top: tops[at] }}
          onPointerEnter={() => onPoint(id)}
          onPointerLeave={() => onPoint(null)}
        >
          <CodeLabel name={names.code(code)} colour={colourOf(code)} polarity={polarity} />
          {span === null ? (
            <span className="quiet"> {words.wholeAnswer}</span>
          ) : (
            <span className="visually-hidden">: {span.quote}</span>
          )}
          <span className="coders">
            <span className="visually-hidden">, </span>
            {coders.join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where each label stands, in pixels from the top of the text; measured again when the width changes. */
function useTops(
  list: RefObject<HTMLUListElement | null>,
  place: RefObject<HTMLElement | null>,
  text: string,
  codings: readonly SharedCoding[],
): Stack {
  const [stack, setStack] = useState<Stack>({ tops: [], bottom: 0 });
  useLayoutEffect(() => {
    const box = place.current;
    const node = box?.querySelector('.coded-text')?.firstChild;
    if (!box || !(node instanceof Text)) return;
    const measure = () => {
      const top = box.getBoundingClientRect().top;
      const heights = [...(list.current?.children ?? [])].map(
        (label) => label.getBoundingClientRect().height,
      );
      const wanted = codings.map(({ span }) => (span === null ? 0 : lineOf(node, text, span.start) - top));
      setStack(stacked(wanted, heights));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [list, place, text, codings]);
  return stack;
}

function lineOf(node: Text, text: string, start: number): number {
  const range = document.createRange();
  const at = toUtf16(text, start);
  range.setStart(node, at);
  range.setEnd(node, Math.min(node.length, at + 1));
  return range.getBoundingClientRect().top;
}
