/** A bar on the terminal for work that a person waits for. */
import type { Terminal } from './command.ts';

const WIDTH = 30;
const QUIET_MS = 300;

export interface ProgressBar {
  show(done: number): void;
  /** Takes the bar away again. */
  clear(): void;
}

/** Draws nothing where nobody watches, and nothing for work that is over at once. */
export function progressBar({ interactive, err }: Terminal, label: string): ProgressBar {
  const started = performance.now();
  let drawn = '';
  return {
    show(done) {
      if (!interactive || performance.now() - started < QUIET_MS) return;
      const full = Math.round(Math.min(1, Math.max(0, done)) * WIDTH);
      const bar = `${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(done * 100)} %`;
      if (bar === drawn) return;
      drawn = bar;
      err(`\r${bar}`);
    },
    clear() {
      if (drawn !== '') err(`\r${' '.repeat(drawn.length + WIDTH)}\r`);
    },
  };
}
