/** One priority: its statement, who asks for it, what they also met or thought, and in what words. */

import type { PriorityEvidence } from '../../src/prioritise/model.ts';
import { inLanguage } from '../../src/study/localised.ts';
import { Breakdowns } from '../kit/breakdowns.tsx';
import { useLanguage } from '../kit/language.tsx';
import { ShareNumber } from '../kit/numbers.tsx';
import { Quotes } from '../kit/quotes.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { Companions } from './companions.tsx';

export function PriorityAccount({ entry }: { entry: PriorityEvidence }) {
  const { words, language } = useLanguage();
  const names = useNames();
  const priority = useStudy().priorities.find(({ id }) => id === entry.priority);
  if (priority === undefined) return null;
  const evidence = { kind: 'priority', priority: entry.priority } as const;
  return (
    <article className="priority" id={`priority-${entry.priority}`}>
      <p className="rank">
        <span className="visually-hidden">{words.prioritise.rank}</span> {entry.rank ?? '–'}
      </p>
      <header>
        <h2>{inLanguage(priority.statement, language)}</h2>
        <p>
          {names.priority(entry.priority)} · <ShareNumber share={entry.support} evidence={evidence} />
        </p>
      </header>
      <div className="ground">
        <Quotes quotes={entry.quotes} />
        <details>
          <summary>{words.prioritise.ground}</summary>
          <div className="ground-more">
            <Companions entry={entry} />
            <Breakdowns breakdowns={entry.breakdowns} evidence={(group) => ({ ...evidence, group })} />
          </div>
        </details>
      </div>
    </article>
  );
}
