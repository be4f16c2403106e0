/** What another saved meanwhile beside what is being written, item by item where they differ. */
import { useLanguage } from '../../kit/language.tsx';
import { differences } from './draft.ts';
import { listsWords } from './words.ts';

export function OtherList<Item extends { id: string }>({
  theirs,
  yours,
  said,
  keepYours,
  takeTheirs,
}: {
  theirs: { version: number; items: Item[] };
  yours: Item[];
  said: (item: Item) => string;
  keepYours: () => void;
  takeTheirs: () => void;
}) {
  const words = listsWords[useLanguage().language];
  const { items, order } = differences(theirs.items, yours);
  return (
    <section className="refusal other-version" role="alert">
      <h3>{words.changed(String(theirs.version))}</h3>
      <p>{words.changedHint}</p>
      {items.length > 0 && (
        <dl className="pair two-lists">
          <dt className="visually-hidden" />
          <dd className="quiet">{words.theirs}</dd>
          <dd className="quiet">{words.yours}</dd>
          {items.map((item) => [
            <dt key={item.id} className="visually-hidden">
              {item.id}
            </dt>,
            ...[item.theirs, item.yours].map((one, side) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: theirs and yours
              <dd key={`${item.id}-${side}`}>
                {one === null ? <span className="quiet">{words.absent}</span> : said(one)}
              </dd>
            )),
          ])}
        </dl>
      )}
      {order ? <p>{words.otherOrder}</p> : items.length === 0 && <p>{words.alike}</p>}
      <p className="verdict">
        <button type="button" className="button" onClick={keepYours}>
          {words.keepYours}
        </button>
        <button type="button" className="button" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
      </p>
    </section>
  );
}
