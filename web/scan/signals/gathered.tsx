/** The records on which a signal rests, and a search that finds more. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { grouped } from '../../../src/report/format.ts';
import { Field } from '../../kit/field.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { recordsQuery } from '../api.ts';
import { RecordTitle } from './record-title.tsx';
import { signalsWords } from './words.ts';

const MOST_SHOWN = 8;

export function Gathered({
  records,
  gather,
}: {
  records: readonly string[];
  gather: (records: string[]) => void;
}) {
  const words = signalsWords[useLanguage().language];
  const study = useStudySlug();
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  const { data } = useQuery({ ...recordsQuery(study, sought, 0), enabled: sought !== '' });
  const found =
    sought === '' ? [] : (data?.records ?? []).filter(({ document }) => !records.includes(document.id));
  return (
    <section className="gathered">
      <h3>
        {words.recordsOf} <span className="quiet">{words.records(grouped(records.length))}</span>
      </h3>
      {records.length === 0 && <p className="quiet">{words.noRecords}</p>}
      <ul className="signal-records">
        {records.map((record) => (
          <li key={record} data-gathered={record}>
            <span id={`gathered-${record}`}>
              <RecordTitle record={record} />
            </span>
            <button
              type="button"
              className="button"
              aria-describedby={`gathered-${record}`}
              onClick={() => gather(records.filter((one) => one !== record))}
            >
              {words.out}
            </button>
          </li>
        ))}
      </ul>
      <Field
        type="search"
        label={words.find}
        value={typed}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault(); // the form is saved by its button
        }}
      />
      {sought !== '' && data && <p className="quiet">{words.found(grouped(data.total))}</p>}
      <ul className="signal-records">
        {found.slice(0, MOST_SHOWN).map(({ document: { id, title, year } }) => (
          <li key={id}>
            <span dir="auto">
              {title ?? words.untitled} <span className="quiet">{year}</span>
            </span>
            <button
              type="button"
              className="button"
              aria-label={`${words.addRecord}: ${title ?? words.untitled}`}
              onClick={() => gather([...records, id])}
            >
              {words.addRecord}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
