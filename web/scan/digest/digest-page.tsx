/** The digest: briefs of what was appraised, by week or month, in either language; also as files. */
import '../scan.css';
import './digest.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { grouped } from '../../../src/report/format.ts';
import type { Brief } from '../../../src/scan/briefs/model.ts';
import type { DigestQuery } from '../../../src/scan/digest/model.ts';
import { type Language, languages } from '../../../src/study/localised.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { BriefView } from '../briefs/brief-view.tsx';
import { digestAddress, digestQuery } from './api.ts';
import { digestPageWords } from './words.ts';

const USUAL_DAYS = 90;
const fileFormats = ['html', 'md', 'rss'] as const;

export function DigestPage() {
  const { language: ofScreen } = useLanguage();
  const words = digestPageWords[ofScreen];
  const study = useStudySlug();
  const { role } = useMeInStudy();
  const search = useSearch({ from: '/studies/$study/scan/digest' });
  const navigate = useNavigate({ from: '/studies/$study/scan/digest' });
  const asked: DigestQuery = {
    from: search.from ?? dayBefore(USUAL_DAYS),
    to: search.to ?? dayBefore(0),
    by: search.by ?? 'week',
    language: search.language ?? ofScreen,
    format: 'json',
  };
  const isSpan = asked.from <= asked.to;
  const { data, error } = useQuery({ ...digestQuery(study, asked), enabled: isSpan });
  const choose = (choice: Partial<Omit<DigestQuery, 'format'>>) =>
    void navigate({ search: { ...search, ...choice }, replace: true });
  return (
    <div className="columns scan">
      <header className="page-head">
        <h1>{words.question}</h1>
        <p className="lede">{words.lede}</p>
      </header>
      <div className="page-body digest">
        <Choices asked={asked} choose={choose} />
        <p className="digest-files">
          <span className="quiet">{words.files}</span>
          {fileFormats.map((format) => (
            <a
              key={format}
              href={digestAddress(study, { ...asked, format })}
              target="_blank"
              rel="noreferrer"
            >
              {words.formats[format]}
            </a>
          ))}
        </p>
        {!isSpan && <p className="refusal">{words.wrong}</p>}
        <RefusalNote error={error} />
        {isSpan && data === undefined && error === null && <Waiting />}
        {data?.groups.length === 0 && (
          <Empty say={words.none} hint={role === 'reader' ? words.noneHintReader : words.noneHint}>
            {role !== 'reader' && (
              <Link className="button" to="/studies/$study/scan/appraise" params={{ study }}>
                {words.toAppraise}
              </Link>
            )}
          </Empty>
        )}
        {data?.groups.map(({ from, to, briefs }) => (
          <section key={from}>
            <h2>
              {words.span(from, to)} <span className="quiet">{words.count(grouped(briefs.length))}</span>
            </h2>
            {briefs.map((brief) => (
              <DigestBrief key={brief.record} brief={brief} language={data.language} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Choices({
  asked,
  choose,
}: {
  asked: DigestQuery;
  choose: (choice: Partial<Omit<DigestQuery, 'format'>>) => void;
}) {
  const words = digestPageWords[useLanguage().language];
  return (
    <div className="digest-choices">
      <fieldset className="switch" aria-label={words.byName}>
        {(['week', 'month'] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={asked.by === by}
            data-selected={asked.by === by || undefined}
            onClick={() => choose({ by })}
          >
            {words.by[by]}
          </button>
        ))}
      </fieldset>
      <fieldset className="switch" aria-label={words.language}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={asked.language === language}
            data-selected={asked.language === language || undefined}
            onClick={() => choose({ language })}
          >
            {words.languages[language]}
          </button>
        ))}
      </fieldset>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {words[end]}{' '}
          <input
            type="date"
            className="choice"
            value={asked[end]}
            onChange={({ target }) => target.value !== '' && choose({ [end]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}

function DigestBrief({ brief, language }: { brief: Brief; language: Language }) {
  const words = digestPageWords[useLanguage().language];
  return (
    <article className="scan-item" data-record={brief.record}>
      <header>
        <h3 dir="auto">
          {brief.address === null ? (
            brief.title
          ) : (
            <a href={brief.address} target="_blank" rel="noreferrer">
              {brief.title}
            </a>
          )}
        </h3>
        {brief.score !== null && <span className="quiet">{words.score(String(brief.score))}</span>}
      </header>
      <BriefView brief={brief} language={language} />
    </article>
  );
}

/** The digest counts by UTC days. */
function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
