/** The cursor of the text on the screen: follows the browser's selection for as long as the text is shown. */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Cursor, createCursor } from './cursor.ts';
import type { TextDom } from './text-dom.ts';

interface TextCursor {
  cursor: Cursor;
  hasChosen: boolean;
}

/** @param onChoose called with the words whenever others are chosen, null where none are */
export function useTextCursor(
  place: RefObject<HTMLElement | null>,
  caret: RefObject<HTMLElement | null>,
  text: string,
  layout: Pick<TextDom, 'blocks' | 'starts'>,
  onChoose: (words: string | null) => void,
): TextCursor {
  const [hasChosen, setHasChosen] = useState(false);
  const told = useRef(onChoose);
  useLayoutEffect(() => {
    told.current = onChoose;
  });
  const cursor = useMemo(
    () =>
      createCursor({
        dom: () => (place.current === null ? null : { root: place.current, ...layout }),
        caret: () => caret.current,
        text,
        onChoose: (units) => {
          setHasChosen(units !== null);
          told.current(units === null ? null : text.slice(units.start, units.end));
        },
      }),
    [caret, layout, place, text],
  );
  useLayoutEffect(() => {
    document.addEventListener('selectionchange', cursor.follow);
    addEventListener('resize', cursor.follow);
    return () => {
      document.removeEventListener('selectionchange', cursor.follow);
      removeEventListener('resize', cursor.follow);
      cursor.rest();
    };
  }, [cursor]);
  return { cursor, hasChosen };
}
