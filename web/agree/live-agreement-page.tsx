/** How far the coders of one pass agree while they still work, for the lead alone. */
import './agree.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Agreement } from '../../src/agree/model.ts';
import type { PassWithProgress } from '../../src/code/model.ts';
import { agreementFigures } from '../../src/report/figures/agreement.ts';
import { countText } from '../../src/report/format.ts';
import { FigureView } from '../kit/figure.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty, Page } from '../kit/page.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../kit/study.ts';
import { passesQuery } from '../kit/team-queries.ts';
import { passAgreementQuery } from './api.ts';
import { AgreementByQuestion } from './by-question.tsx';
import { AgreementTable } from './code-table.tsx';
import { CoderProgress } from './coder-progress.tsx';
import { PassChoice } from './pass-choice.tsx';
import { agreeWords } from './words.ts';

export function LiveAgreementPage() {
  const { language } = useLanguage();
  const { role } = useMeInStudy();
  const words = agreeWords[language].live;
  if (role === 'lead') return <FollowedPass />;
  return (
    <Page stage="agree" title={words.title}>
      <Empty say={words.leadOnly} />
    </Page>
  );
}

function FollowedPass() {
  const { language } = useLanguage();
  const study = useStudySlug();
  const { data } = useSuspenseQuery(passesQuery(study));
  const wanted = useSearch({ from: '/studies/$study/agree/live' }).pass;
  const navigate = useNavigate({ from: '/studies/$study/agree/live' });
  const words = agreeWords[language].live;
  const passes = data.filter(({ pass }) => pass.kind !== 'consensus' && pass.state !== 'planned');
  const followed =
    passes.find(({ pass }) => pass.id === wanted) ??
    passes.findLast(({ pass }) => pass.state === 'open') ??
    passes.at(-1);
  if (followed === undefined) {
    return (
      <Page stage="agree" title={words.title}>
        <Empty say={words.noPass} hint={words.noPassHint} />
      </Page>
    );
  }
  return (
    <AgreementOfPass
      followed={followed}
      passes={passes}
      choose={(pass) => void navigate({ search: { pass }, replace: true })}
    />
  );
}

interface AgreementOfPassProps {
  followed: PassWithProgress;
  passes: readonly PassWithProgress[];
  choose: (pass: string) => void;
}

function AgreementOfPass({ followed: { pass, progress }, passes, choose }: AgreementOfPassProps) {
  const { words, language } = useLanguage();
  const study = useStudySlug();
  const isOpen = pass.state === 'open';
  const { data, error, dataUpdatedAt, isFetching } = useQuery(passAgreementQuery(study, pass.id));
  const said = agreeWords[language].live;
  return (
    <Page
      stage="agree"
      title={said.title}
      lede={isOpen ? said.moving : said.closed}
      margin={
        <>
          <CoderProgress progress={progress} />
          <section>
            <h2>{words.frame.howToRead}</h2>
            <p>{words.agree.reading}</p>
          </section>
        </>
      }
    >
      <div className="live-head">
        <PassChoice passes={passes} chosen={pass.id} onChoose={choose} />
        {data && (
          <p className="quiet" role="status">
            {isFetching ? said.computing : said.asOf(timeInWords(dataUpdatedAt, language))}
          </p>
        )}
        {!isOpen && (
          <Link
            className="button"
            to="/studies/$study/agree/disagreements"
            params={{ study }}
            search={{ pass: pass.id }}
          >
            {said.toDisagreements}
          </Link>
        )}
      </div>
      <RefusalNote error={error} />
      {data ? (
        <Measured agreement={data.agreement} pass={pass.id} />
      ) : (
        error === null && <p className="waiting">{said.computing}</p>
      )}
    </Page>
  );
}

function Measured({ agreement, pass }: { agreement: Agreement; pass: string }) {
  const { words, language } = useLanguage();
  const outline = useStudy();
  const said = agreeWords[language].live;
  if (agreement.state === 'not measured') return <Empty say={said.notYet[agreement.reason]} />;
  return (
    <>
      <p className="note">{said.counted(countText(agreement.participants, language))}</p>
      <section>
        <h2>{words.agree.byCode}</h2>
        {agreementFigures(outline, agreement).map((draw, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one figure, in their order
          <FigureView key={at} draw={draw} />
        ))}
      </section>
      <AgreementByQuestion agreement={agreement} />
      <details>
        <summary>{words.agree.asTable}</summary>
        <AgreementTable agreement={agreement} pass={pass} />
      </details>
    </>
  );
}

function timeInWords(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language === 'ko' ? 'ko-KR' : 'en-GB');
}
