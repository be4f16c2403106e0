/** The text of one answer as the screen needs it: its offsets, its blocks, and what of it is in view. */
import { useMemo, useRef } from 'react';
import { indexText } from '../../../src/text/text-index.ts';
import { blocksOf } from './blocks.ts';
import { useNearBlocks } from './use-near-blocks.ts';
import { useSize } from './use-size.ts';

export function useAnswerText(text: string) {
  const index = useMemo(() => indexText(text), [text]);
  const layout = useMemo(() => {
    const blocks = blocksOf(text);
    return { blocks, starts: blocks.map(({ start }) => start) };
  }, [text]);
  const place = useRef<HTMLDivElement>(null);
  const near = useNearBlocks(place, layout.blocks.length);
  const size = useSize(place);
  const forMarks = useMemo(() => ({ index, starts: layout.starts }), [index, layout]);
  return { index, layout, place, near, size, forMarks };
}
