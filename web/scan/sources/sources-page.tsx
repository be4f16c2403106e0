/** Where we look: saved searches with what each brought, files from elsewhere, and the form for another search. */
import '../scan.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { grouped } from '../../../src/report/format.ts';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { queriesQuery, recordsQuery, runsQuery } from '../api.ts';
import { FilePlace } from './file-place.tsx';
import { QueryForm } from './query-form.tsx';
import { QueryRow } from './query-row.tsx';
import { RunLine } from './run-line.tsx';
import { sourcesWords } from './words.ts';

export function SourcesPage() {
  const words = sourcesWords[useLanguage().language];
  const study = useStudySlug();
  const { data: queries } = useSuspenseQuery(queriesQuery(study));
  const { data: runs } = useSuspenseQuery(runsQuery(study));
  const { data: documents } = useSuspenseQuery(recordsQuery(study, '', 0));
  const ofFiles = runs.filter(({ query }) => query === null);
  return (
    <div className="columns scan">
      <header className="page-head">
        <h1>{words.question}</h1>
        <p className="lede">
          {words.lede} {documents.total > 0 && words.records(grouped(documents.total))}
        </p>
      </header>
      <div className="page-body">
        <section>
          <h2>{words.queries}</h2>
          {queries.length === 0 ? (
            <Empty say={words.none} hint={words.noneHint} />
          ) : (
            <ul className="scan-list">
              {queries.map((query) => (
                <QueryRow key={query.id} state={query} />
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{words.files}</h2>
          <FilePlace />
          {ofFiles.length > 0 && (
            <ul className="scan-list" aria-label={words.filesRead}>
              {ofFiles.map((run) => (
                <li key={run.id} className="scan-item">
                  <strong>{run.fileName}</strong>
                  <RunLine run={run} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <QueryForm />
      </div>
    </div>
  );
}
