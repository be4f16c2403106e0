/** How much is found, with its interval drawn, and what stopping now would risk. */
import { grouped, percent } from '../../../src/report/format.ts';
import type { WhereReadingStands } from '../../../src/scan/screening/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import type { Order } from './api.ts';
import { screenWords } from './words.ts';

export function RecallFoot({
  standing: { recall, stopping, learned, left, records },
  order,
  setOrder,
}: {
  standing: WhereReadingStands;
  order: Order;
  setOrder: (order: Order) => void;
}) {
  const { language, of } = useLanguage();
  const words = screenWords[language];
  return (
    <footer className="recall" data-stop={stopping?.next}>
      <div>
        <h2>{words.recall}</h2>
        {recall?.estimate == null || recall.interval === null ? (
          <p className="quiet">{words.recallUnknown}</p>
        ) : (
          <>
            <div className="recall-axis" aria-hidden="true">
              <span
                className="band"
                style={{
                  left: `${100 * recall.interval[0]}%`,
                  right: `${100 * (1 - recall.interval[1])}%`,
                }}
              />
              <span className="dot" style={{ left: `${100 * recall.estimate}%` }} />
            </div>
            <p>
              {words.recallIs(
                percent(recall.estimate),
                percent(recall.interval[0]),
                percent(recall.interval[1]),
              )}{' '}
              · {words.found(grouped(recall.found))}
            </p>
          </>
        )}
      </div>
      <div>
        {stopping !== null && (
          <p className="stopping" data-defensible={stopping.defensible || undefined}>
            {of(stopping.statement)}
          </p>
        )}
        <p className="quiet">
          {learned.state === 'ranking'
            ? words.learned.ranking(grouped(learned.decisions))
            : words.learned[learned.state]}{' '}
          {words.left(grouped(left), grouped(records))}
        </p>
        {(stopping?.next === 'draw a random sample' || order === 'random') && (
          <button
            type="button"
            className="button"
            onClick={() => setOrder(order === 'random' ? 'ranked' : 'random')}
          >
            {order === 'random' ? words.ranked : words.sample}
          </button>
        )}
      </div>
    </footer>
  );
}
