/** What another saved meanwhile beside what is being written, item by item where they differ. */
import { useLanguage } from '../../kit/language.tsx';
import { SavedMeanwhile } from '../saved-meanwhile.tsx';
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
  const orAbsent = (one: Item | null) =>
    one === null ? <span className="quiet">{words.absent}</span> : said(one);
  return (
    <SavedMeanwhile
      version={theirs.version}
      differences={items.map((item) => ({
        key: item.id,
        name: item.id,
        theirs: orAbsent(item.theirs),
        yours: orAbsent(item.yours),
      }))}
      hidesNames
      keepYours={keepYours}
      takeTheirs={takeTheirs}
    >
      {order ? <p>{words.otherOrder}</p> : items.length === 0 && <p>{words.alike}</p>}
    </SavedMeanwhile>
  );
}
