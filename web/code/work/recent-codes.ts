/** The codes on the keys 1 to 9: those that the coder gave last, kept in this browser for each pass. */
import { z } from 'zod';
import type { CodeId } from '../../../src/study/ids.ts';

/** As many as there are keys. */
export const KEYS = 9;

const keyOf = (study: string, pass: string) => `firsthand.recent-codes/${study}/${pass}`;

/** Those given last, and behind them the first of the codebook, so that every key has a code. */
export function codesOnKeys(recent: readonly string[], codebook: readonly CodeId[]): CodeId[] {
  const known = new Set<string>(codebook);
  const given = recent.filter((code): code is CodeId => known.has(code));
  return [...new Set([...given, ...codebook])].slice(0, KEYS);
}

export function readRecent(study: string, pass: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(localStorage.getItem(keyOf(study, pass)) ?? '[]'));
  } catch {
    return []; // what another program wrote there is of no use
  }
}

/** From now on the code is the one given last. */
export function rememberRecent(study: string, pass: string, code: string): void {
  const recent = [code, ...readRecent(study, pass).filter((one) => one !== code)].slice(0, KEYS);
  localStorage.setItem(keyOf(study, pass), JSON.stringify(recent));
}
