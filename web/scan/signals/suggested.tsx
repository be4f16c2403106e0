/** Records that resemble each other: proposals, labelled as such, to begin a signal from or to pass over. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { grouped, percent } from '../../../src/report/format.ts';
import type { Cluster } from '../../../src/scan/signals/model.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { suggestionsQuery } from './api.ts';
import { signalsWords } from './words.ts';

/** @param take null while another signal is being written */
export function Suggested({ take }: { take: ((records: string[]) => void) | null }) {
  const words = signalsWords[useLanguage().language];
  const study = useStudySlug();
  const { data, error } = useQuery(suggestionsQuery(study));
  const [ignored, setIgnored] = useIgnored(study);
  const clusters = (data?.clusters ?? []).filter((cluster) => !ignored.includes(keyOf(cluster)));
  const passedOver = (data?.clusters.length ?? 0) - clusters.length;
  return (
    <section>
      <h2>{words.suggested}</h2>
      <RefusalNote error={error} />
      {data === undefined && error === null && <Waiting />}
      {data && <p className="quiet">{words.suggestedHint(grouped(data.considered))}</p>}
      {data && clusters.length === 0 && <p>{words.suggestedNone}</p>}
      <ul className="scan-list">
        {clusters.map((cluster) => (
          <li key={cluster.centre} className="scan-item suggested-cluster" data-cluster={cluster.centre}>
            <p className="quiet">
              {words.shared}: {cluster.words.join(', ')}
            </p>
            <ul className="signal-records">
              {cluster.records.map(({ id, title, similarity }) => (
                <li key={id}>
                  <span dir="auto">{title ?? words.untitled}</span>
                  {id !== cluster.centre && (
                    <span className="quiet">
                      {words.similarity} {percent(similarity)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            <p className="verdict">
              <button
                type="button"
                className="button"
                disabled={take === null}
                onClick={() => take?.(cluster.records.map(({ id }) => id))}
              >
                {words.take}
              </button>
              <button
                type="button"
                className="quiet-button"
                onClick={() => setIgnored([...ignored, keyOf(cluster)])}
              >
                {words.ignore}
              </button>
            </p>
          </li>
        ))}
      </ul>
      {passedOver > 0 && (
        <p className="quiet">
          {words.ignored(grouped(passedOver))}{' '}
          <button type="button" className="quiet-button" onClick={() => setIgnored([])}>
            {words.showIgnored}
          </button>
        </p>
      )}
    </section>
  );
}

/** A cluster that has gained or lost a record is another, and shown again. */
function keyOf({ records }: Cluster): string {
  return records
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

const Ignored = z.array(z.string()).catch([]);

/** What this person passed over, in this browser alone. */
function useIgnored(study: string): [string[], (ignored: string[]) => void] {
  const place = `firsthand.ignored-clusters.${study}`;
  const [ignored, setIgnored] = useState(() =>
    Ignored.parse(JSON.parse(localStorage.getItem(place) ?? '[]')),
  );
  return [
    ignored,
    (next) => {
      localStorage.setItem(place, JSON.stringify(next));
      setIgnored(next);
    },
  ];
}
