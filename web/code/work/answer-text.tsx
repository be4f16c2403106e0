/** The answer itself: to read, to select in, and with its coded passages underlined. Its words never change. */
import { memo, type RefObject, useEffect, useRef } from 'react';
import type { Language } from '../../../src/study/localised.ts';
import { blockHeight } from './block-height.ts';
import type { Block } from './blocks.ts';
import { canHighlight, startDrawing } from './highlights.ts';
import type { Mark, Marks } from './marks.ts';
import { rangeOf, type TextDom } from './text-dom.ts';
import { underlinedParts } from './underlined-parts.ts';

interface AnswerTextProps {
  place: RefObject<HTMLDivElement | null>;
  answer: string;
  text: string;
  language: Language;
  label: string;
  layout: Pick<TextDom, 'blocks' | 'starts'>;
  marks: Marks;
  near: readonly number[];
  /** The coding that has the focus. */
  current: Mark | undefined;
  colourOf: (code: string) => number;
}

export function AnswerText({
  place,
  answer,
  text,
  language,
  label,
  layout,
  marks,
  near,
  current,
  colourOf,
}: AnswerTextProps) {
  useUnderlines(place, layout, marks, near, current, colourOf);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field of the browser cannot have underlined passages
    <div
      ref={place}
      className="work-text"
      data-answer={answer}
      lang={language}
      dir="auto"
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
    >
      {layout.blocks.map((block, at) => (
        <BlockText
          key={block.start}
          text={text}
          block={block}
          isOfMany={layout.blocks.length > LAID_OUT_WHOLE}
          marks={canHighlight ? none : (marks.touching[at] ?? none)}
          colourOf={colourOf}
        />
      ))}
    </div>
  );
}

const none: readonly Mark[] = [];
/** Texts of more blocks are laid out as they come into view. */
const LAID_OUT_WHOLE = 12;

interface BlockTextProps {
  text: string;
  block: Block;
  isOfMany: boolean;
  /** Given where the browser cannot highlight: the words are then cut into elements. */
  marks: readonly Mark[];
  colourOf: (code: string) => number;
}

const BlockText = memo(function BlockText({ text, block, isOfMany, marks, colourOf }: BlockTextProps) {
  const words = text.slice(block.start, block.end);
  const later = isOfMany
    ? ({ contentVisibility: 'auto', containIntrinsicBlockSize: `auto ${blockHeight(words)}rem` } as const)
    : undefined;
  if (marks.length === 0) return <div style={later}>{words}</div>;
  return (
    <div style={later}>
      {underlinedParts(block, marks).map(({ start, end, marks: here }) =>
        here.reduce(
          (inside, { coding: { id, code }, lane }) => (
            <mark key={id} data-colour={colourOf(code)} data-lane={lane}>
              {inside}
            </mark>
          ),
          <span key={start}>{text.slice(start, end)}</span>,
        ),
      )}
    </div>
  );
});

function useUnderlines(
  place: RefObject<HTMLElement | null>,
  { blocks, starts }: Pick<TextDom, 'blocks' | 'starts'>,
  marks: Marks,
  near: readonly number[],
  current: Mark | undefined,
  colourOf: (code: string) => number,
): void {
  const drawing = useRef(startDrawing());
  useEffect(() => {
    const root = place.current;
    if (root === null || !canHighlight) return;
    const dom = { root, blocks, starts };
    const wanted = new Map<string, { name: string; range: () => Range }>();
    for (const at of near) {
      const block = blocks[at] ?? { start: 0, end: 0 };
      for (const { coding, slot, start, end, lane } of marks.touching[at] ?? []) {
        const part = { start: Math.max(start, block.start), end: Math.min(end, block.end) };
        if (part.start >= part.end) continue;
        const draw = (name: string) =>
          wanted.set(`${slot}/${at}/${name}`, { name, range: () => rangeOf(dom, part) });
        draw(`code-${colourOf(coding.code)}-${lane}`);
        if (slot === current?.slot) draw('pointed');
      }
    }
    drawing.current.show(wanted);
  }, [blocks, colourOf, current, marks, near, place, starts]);
  useEffect(() => {
    const { show } = drawing.current;
    return () => show(new Map());
  }, []);
}
