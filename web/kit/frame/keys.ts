/** The keys that work on every page. */
import { useEffect } from 'react';
import type { Overlay } from './frame.tsx';

export function useFrameKeys(open: (overlay: Overlay) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open('commands');
        return;
      }
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        open('keys');
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);
}

/** A single letter is a word's while somebody types. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
