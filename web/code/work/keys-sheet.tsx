/** The keys of the coding screen, on one sheet. */
import { useLanguage } from '../../kit/language.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { workWords } from './words.ts';

export function KeysSheet({ close }: { close: () => void }) {
  const words = workWords[useLanguage().language];
  return (
    <Sheet title={words.keys} close={close}>
      <dl className="keys">
        {words.keyList.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
