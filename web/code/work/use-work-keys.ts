/** Listens for the screen's keys wherever the focus is, except where somebody types or a sheet is open. */
import { useLayoutEffect, useRef } from 'react';
import { isTyping } from '../../kit/frame/keys.ts';
import { type WorkKey, workKeyOf } from './work-keys.ts';

export function useWorkKeys(act: (key: WorkKey) => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('[role=dialog], .drawer')) return;
      const key = workKeyOf(event);
      if (key === null) return;
      event.preventDefault();
      // The frame listens further out, with a sheet of its own.
      event.stopPropagation();
      latest.current(key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
