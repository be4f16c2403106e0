/**
 * What a passage is compared by: its runs of one to three letters, as searching sees them. That needs no dictionary,
 * holds for Korean with its particles and for English alike, and for words nobody has met before.
 */
import { searchable } from '../../text/searchable.ts';

/** Beyond these an answer is a transcript, of which the beginning is compared. */
const MOST_LETTERS = 3000;
const MOST_CLAUSES = 60;
const LONGEST_RUN = 3;

/** How often each run of letters occurs. Runs do not reach over punctuation. */
export function runsOf(text: string): Map<string, number> {
  const runs = new Map<string, number>();
  for (const part of text.slice(0, MOST_LETTERS).split(/[.,;!?\n]+/)) {
    const letters = Array.from(searchable(part));
    for (let length = 1; length <= LONGEST_RUN; length++) {
      for (let from = 0; from + length <= letters.length; from++) {
        const run = letters.slice(from, from + length).join('');
        runs.set(run, (runs.get(run) ?? 0) + 1);
      }
    }
  }
  return runs;
}

/** The passages of an answer that may each be about something: clauses, and every two that follow each other. */
export function clausesOf(text: string): string[] {
  const clauses = text
    .slice(0, MOST_LETTERS)
    .split(/(?<=[.,;!?\n])\s*/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 1)
    .slice(0, MOST_CLAUSES);
  if (clauses.length < 2) return [text.slice(0, MOST_LETTERS)];
  const pairs = clauses.slice(1).map((clause, before) => `${clauses[before]} ${clause}`);
  return [...clauses, ...pairs];
}
