/** Two records field by field; what differs stands out. */
import type { Pair } from '../../../src/scan/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { contradicts, fields, said } from '../documents/fields.ts';
import { duplicatesWords } from './words.ts';

export function PairView({ pair: { left, right } }: { pair: Pair }) {
  const words = duplicatesWords[useLanguage().language];
  return (
    <dl className="pair">
      {fields.map((field) => {
        const [one, other] = [
          said(left.document, field, words.file),
          said(right.document, field, words.file),
        ];
        const differs = field !== 'sources' && contradicts(one, other);
        return [
          <dt key={field}>{words.fields[field]}</dt>,
          ...[one, other].map((text, side) => (
            <dd
              // biome-ignore lint/suspicious/noArrayIndexKey: left and right
              key={`${field}-${side}`}
              className={field === 'abstract' ? 'long' : undefined}
              data-differs={differs || undefined}
            >
              {text === '' ? <span className="quiet">{words.missing}</span> : text}
            </dd>
          )),
        ];
      })}
    </dl>
  );
}
