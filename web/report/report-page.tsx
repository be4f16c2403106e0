/** What may be said: the report as it will print, and its files. */
import './report.css';
import { analysisFileAddress, auditFileAddress, reportAddress, studyFileAddress } from '../kit/api.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { useStudy, useStudySlug } from '../kit/study.ts';

export function ReportPage() {
  const { words, language } = useLanguage();
  const { study } = useStudy();
  const slug = useStudySlug();
  const { role } = useMeInStudy();
  return (
    <div className="report-page">
      <header>
        <h1>{words.questions.report}</h1>
        <p className="report-files">
          <a href={reportAddress(slug, language)} target="_blank" rel="noreferrer">
            {words.report.open}
          </a>
          {study.languages.map((one) => (
            <a key={one} href={reportAddress(slug, one)} download={`${slug}-report-${one}.html`}>
              {words.report.html(words.languages[one])}
            </a>
          ))}
          <a href={analysisFileAddress(slug)} download={`${slug}-analysis.json`}>
            {words.report.json}
          </a>
          {role === 'lead' && (
            <>
              <a href={studyFileAddress(slug)} download={`${slug}.zip`}>
                {words.report.study}
              </a>
              <a href={auditFileAddress(slug)} download={`${slug}-audit.csv`}>
                {words.report.audit}
              </a>
            </>
          )}
        </p>
      </header>
      {/* No script, no form and no other page may act from within a document that quotes people. */}
      <iframe title={words.report.title} src={reportAddress(slug, language)} sandbox="" />
    </div>
  );
}
