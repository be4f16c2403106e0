/** The keys, on one sheet. */
import { useLanguage } from '../language.tsx';
import { Sheet } from '../sheet.tsx';

export default function HelpSheet({ close }: { close: () => void }) {
  const { words } = useLanguage();
  return (
    <Sheet title={words.frame.keys} close={close}>
      <dl className="keys">
        {words.keys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
