/** The codes in the margin, level with their words. What stands there stays where it is when another comes. */
import { type KeyboardEvent, memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { CodingId } from '../../../src/study/ids.ts';
import { CodeLabel } from '../../kit/code-label.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { CoderMark } from './coder-mark.tsx';
import type { Mark, Marks } from './marks.ts';
import { placeLabels } from './place-labels.ts';
import { blockElement, caretBox, type TextDom } from './text-dom.ts';
import { workWords } from './words.ts';

export interface LabelContext {
  nameOf: (code: string) => string;
  colourOf: (code: string) => number;
  /** Codings of others carry their initials. */
  me: string | null;
  current: CodingId | null;
  /** The one label that Tab reaches. */
  reachable: CodingId | null;
  onFocus: (coding: CodingId) => void;
  /** Shows its words in the text. */
  onPress: (coding: CodingId) => void;
}

interface MarginLabelsProps {
  place: RefObject<HTMLElement | null>;
  layout: Pick<TextDom, 'blocks' | 'starts'>;
  marks: Marks;
  near: readonly number[];
  /** Of the text: with its width lines break elsewhere, with its height blocks stand elsewhere. */
  size: { width: number; height: number };
  context: LabelContext;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** At once, so that the next key is the label's; a label that scrolling brings in, once it is drawn. */
export function focusLabel(coding: CodingId): void {
  const focus = () => {
    const label = document.querySelector<HTMLElement>(`[data-coding="${CSS.escape(coding)}"]`);
    label?.focus({ preventScroll: true });
    return label !== null;
  };
  if (!focus()) requestAnimationFrame(focus);
}

export function MarginLabels({ place, layout, marks, near, size, context, onKeyDown }: MarginLabelsProps) {
  const words = workWords[useLanguage().language];
  return (
    // The keys are those of the labels within.
    <section className="work-margin" aria-label={words.margin} onKeyDown={onKeyDown}>
      {near.map((at) => (
        <BlockLabels
          key={`${at}/${size.width}`}
          at={at}
          height={size.height}
          isLast={at === layout.blocks.length - 1}
          place={place}
          layout={layout}
          marks={marks.beginning[at] ?? none}
          context={context}
        />
      ))}
    </section>
  );
}

const none: readonly Mark[] = [];
/** In rem, with the space below it. */
const LABEL_HEIGHT = 1.625;

interface BlockLabelsProps extends Pick<MarginLabelsProps, 'place' | 'layout' | 'context'> {
  at: number;
  height: number;
  isLast: boolean;
  marks: readonly Mark[];
}

const BlockLabels = memo(function BlockLabels({
  at,
  height,
  isLast,
  place,
  layout,
  marks,
  context,
}: BlockLabelsProps) {
  const standing = useRef<ReadonlyMap<string, number>>(new Map());
  const [{ top, tops }, setPlaces] = useState<{ top: number; tops: ReadonlyMap<string, number> }>({
    top: 0,
    tops: standing.current,
  });
  useLayoutEffect(() => {
    const root = place.current;
    const element = root && blockElement({ root, ...layout }, at);
    // Without a height nothing has been laid out yet.
    if (!root || height === 0 || !(element instanceof HTMLElement)) return;
    const box = element.getBoundingClientRect();
    const one = LABEL_HEIGHT * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const wanted = marks.map(({ slot, coding, start }) => ({
      slot,
      top: coding.span === null ? 0 : caretBox({ root, ...layout }, start).top - box.top,
    }));
    const room = isLast ? Number.POSITIVE_INFINITY : box.height;
    standing.current = placeLabels(wanted, { height: one, room }, standing.current);
    setPlaces({ top: element.offsetTop, tops: standing.current });
  }, [at, height, isLast, layout, marks, place]);
  return (
    <ul className="block-labels" style={{ top }}>
      {marks.map((mark) => (
        <li key={mark.slot} style={{ top: tops.get(mark.slot) ?? 0 }}>
          <Label mark={mark} context={context} />
        </li>
      ))}
    </ul>
  );
});

function Label({ mark: { coding }, context }: { mark: Mark; context: LabelContext }) {
  const words = workWords[useLanguage().language];
  const { id, code, polarity, span, coder, waiting } = coding;
  const isMine = coder === context.me;
  return (
    <button
      type="button"
      className="work-label"
      data-coding={id}
      data-waiting-coding={waiting || undefined}
      aria-current={id === context.current || undefined}
      tabIndex={id === context.reachable ? 0 : -1}
      onFocus={() => context.onFocus(id)}
      onClick={() => context.onPress(id)}
    >
      {!isMine && <CoderMark coder={coder} />}
      <CodeLabel name={context.nameOf(code)} colour={context.colourOf(code)} polarity={polarity} />
      {span === null && <span className="quiet"> {words.wholeAnswer}</span>}
      <span className="visually-hidden">
        {span !== null && `: ${span.quote.slice(0, 200)}`}
        {waiting && `, ${words.waiting}`}
      </span>
    </button>
  );
}
