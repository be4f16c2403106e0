/** Two records field by field; what differs stands out. */
import type { Document } from '../../../src/scan/documents/model.ts';
import type { Pair } from '../../../src/scan/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { duplicatesWords } from './words.ts';

const fields = [
  'title',
  'authors',
  'year',
  'journal',
  'place',
  'doi',
  'pmid',
  'sources',
  'abstract',
] as const;
type Field = (typeof fields)[number];

export function PairView({ pair: { left, right } }: { pair: Pair }) {
  const words = duplicatesWords[useLanguage().language];
  return (
    <dl className="pair">
      {fields.map((field) => {
        const [one, other] = [
          said(left.document, field, words.file),
          said(right.document, field, words.file),
        ];
        // What one of them leaves out is no contradiction.
        const differs = field !== 'sources' && one !== '' && other !== '' && one !== other;
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

function said(document: Document, field: Field, file: string): string {
  switch (field) {
    case 'authors':
      return document.authors.join('; ');
    case 'place':
      return [document.volume, document.issue, document.pages].filter((part) => part !== null).join(', ');
    case 'sources':
      return [
        ...new Set(
          document.sources.map(({ source, database }) => database ?? (source === 'file' ? file : source)),
        ),
      ].join(', ');
    case 'year':
      return document.year === null ? '' : String(document.year);
    default:
      return document[field] ?? '';
  }
}
