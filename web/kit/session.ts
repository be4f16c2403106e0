/** Whether the server has said that the session is over, for whoever can ask the person to sign in again. */
import { useSyncExternalStore } from 'react';

let isOver = false;
const listeners = new Set<() => void>();

export function tellSessionOver(over: boolean): void {
  if (isOver === over) return;
  isOver = over;
  for (const listener of listeners) listener();
}

export function useSessionIsOver(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOver,
  );
}
