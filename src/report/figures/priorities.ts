/** What should come first: priorities ranked by support, each a dot with its interval. */
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { namesOf, type StudyWords } from '../names.ts';
import type { DotRow } from './dot-rows.ts';
import type { Figure, FigureOptions } from './figure.ts';
import { dotPanels } from './prevalence.ts';

/** `null` where no priority has been named. */
export function prioritiesFigure(
  words: StudyWords,
  analysis: Analysis,
  options: FigureOptions,
): Figure | null {
  if (analysis.priorities.length === 0) return null;
  const names = namesOf(words, options.language);
  const rows = analysis.priorities.map(
    ({ priority, rank, support }): DotRow => ({
      name: rank === null ? names.priority(priority) : `${rank}. ${names.priority(priority)}`,
      share: support,
      ref: support.state === 'shown' && support.count > 0 ? { kind: 'priority', priority } : null,
    }),
  );
  const m = messagesIn(options.language).figures;
  return dotPanels(
    [{ heading: null, rows }],
    options,
    m.prioritiesTitle,
    m.prioritiesDescription(analysis.options.level),
  );
}
