/** The doubtful pairs, one at a time and side by side; the last decisions stay at hand to be changed. */
import '../scan.css';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { grouped } from '../../../src/report/format.ts';
import type { Pair } from '../../../src/scan/model.ts';
import { isTyping, useKeys } from '../../kit/frame/keys.ts';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { decidePair, pairsQuery, reopenPair } from '../api.ts';
import { PairView } from './pair-view.tsx';
import { duplicatesWords } from './words.ts';

/** `open`: take back what was decided. */
type Verdict = 'same' | 'different' | 'open';

export function DuplicatesPage() {
  const words = duplicatesWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data: open } = useSuspenseQuery(pairsQuery(study, 'open'));
  const { data: decided } = useSuspenseQuery(pairsQuery(study, 'decided'));
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ pair, state }: { pair: string; state: Verdict }) =>
      state === 'open' ? reopenPair(study, pair) : decidePair(study, pair, state),
    onSettled: () => queries.invalidateQueries({ queryKey: ['study', study, 'scan'] }),
  });
  const [present] = open.pairs;
  useVerdictKeys(present, isPending, (pair, state) => mutate({ pair, state }));
  return (
    <div className="columns scan">
      <header className="page-head">
        <h1>{words.question}</h1>
        <p className="lede">{words.lede}</p>
      </header>
      <div className="page-body">
        <RefusalNote error={error} />
        {present === undefined ? (
          <Empty say={words.none} hint={words.noneHint} />
        ) : (
          <section aria-live="polite" data-pair={present.id}>
            <p className="quiet">{words.left(grouped(open.total))}</p>
            <PairView pair={present} />
            <p className="verdict">
              <button
                type="button"
                className="button main"
                disabled={isPending}
                onClick={() => mutate({ pair: present.id, state: 'same' })}
              >
                {words.same} <kbd>S</kbd>
              </button>
              <button
                type="button"
                className="button"
                disabled={isPending}
                onClick={() => mutate({ pair: present.id, state: 'different' })}
              >
                {words.different} <kbd>D</kbd>
              </button>
            </p>
          </section>
        )}
        {decided.pairs.length > 0 && (
          <section>
            <h2>{words.again}</h2>
            <ul className="scan-list">
              {decided.pairs.map((pair) => (
                <li key={pair.id} className="scan-item">
                  <span>{pair.left.document.title ?? words.missing}</span>
                  <span className="quiet">{pair.right.document.title ?? words.missing}</span>
                  <p className="run">
                    <strong>{words.decided[pair.state]}</strong>
                    {pair.state !== 'open' && (
                      <button
                        type="button"
                        className="button"
                        disabled={isPending}
                        onClick={() => mutate({ pair: pair.id, state: 'open' })}
                      >
                        {words.back}
                      </button>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

/** S and D, wherever the focus is. */
function useVerdictKeys(
  present: Pair | undefined,
  isPending: boolean,
  decide: (pair: string, state: Verdict) => void,
): void {
  useKeys((event) => {
    if (present === undefined || isPending || event.repeat || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.code === 'KeyS') decide(present.id, 'same');
    if (event.code === 'KeyD') decide(present.id, 'different');
  });
}
