/** Keys that are pressed anywhere on a page: how they are listened for, and those that work on every page. */
import { useLayoutEffect, useRef } from 'react';
import type { Overlay } from './frame.tsx';

/**
 * Calls `onKey` for every key that nothing further in has stopped. It listens from the moment that what it belongs to is
 * drawn, and always with what was drawn last, so that no key is lost however soon it follows another.
 */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

export function useFrameKeys(open: (overlay: Overlay) => void): void {
  useKeys((event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open('commands');
      return;
    }
    if (event.key === '?' && !isTyping(event.target)) {
      event.preventDefault();
      open('keys');
    }
  });
}

/** A single letter is a word's while somebody types. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Whether a key can be one of the page's own letters: not while somebody types, not over a sheet, nor with a modifier. */
export function isLetterOfPage(event: KeyboardEvent): boolean {
  const { isComposing, ctrlKey, metaKey, altKey, target } = event;
  if (isTyping(target) || isComposing || ctrlKey || metaKey || altKey) return false;
  return document.querySelector('[role=dialog]') === null;
}
