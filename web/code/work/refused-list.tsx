/** What the server did not take: what was done, why not, in its words. It stays until the person has seen it. */
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import type { OutboxItem } from '../sync/outbox.ts';
import type { Desk } from '../sync/use-desk.ts';
import { workWords } from './words.ts';

export function RefusedList({ desk: { refused, setAside }, codes }: { desk: Desk; codes: readonly Code[] }) {
  const { of, language } = useLanguage();
  const words = workWords[language];
  if (refused.length === 0) return null;
  const nameOf = (id: string) => {
    const label = codes.find((code) => code.id === id)?.label;
    return label === undefined ? id : of(label);
  };
  const what = (item: OutboxItem): string => {
    if (item.kind === 'finished') return words.refusedItem.finished;
    if (item.kind === 'memo') return words.refusedItem.memo;
    const code = nameOf(item.coding.code);
    if (item.kind === 'end') return words.refusedItem.end(code);
    const { span } = item.coding;
    return span === null ? words.refusedItem.codingWhole(code) : words.refusedItem.coding(code, span.quote);
  };
  return (
    <section className="work-refused" aria-label={words.refused} role="alert">
      <h2>{words.refused}</h2>
      <ul>
        {refused.map(({ id, item, told }) => (
          <li key={id}>
            <p>
              <strong>{what(item)}</strong> {of(told)}
            </p>
            {item.kind === 'memo' && <blockquote>{item.edit.text}</blockquote>}
            <button type="button" className="quiet-button" onClick={() => setAside(id)}>
              {words.seen}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
