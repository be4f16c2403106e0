/** Can these codes be trusted: agreement of independent coders, code by code, the least agreed first. */
import type { Agreement } from '../../src/agree/model.ts';
import { agreementFigures } from '../../src/report/figures/agreement.ts';
import { countText } from '../../src/report/format.ts';
import { FigureView } from '../kit/figure.tsx';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { Sentence, useReportWords } from '../kit/markup.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useAnalysis, useNames, useStudy } from '../kit/study.ts';
import { Warnings } from '../overview/warnings.tsx';
import { AgreementByQuestion } from './by-question.tsx';
import { AgreementTable } from './code-table.tsx';

type Measured = Extract<Agreement, { state: 'measured' }>;

export function AgreementPage() {
  const { words } = useLanguage();
  const { agreement } = useAnalysis();
  if (agreement.state === 'measured') return <Measurements agreement={agreement} />;
  const isToBeMeasured = agreement.reason !== 'method rejects it';
  return (
    <Page stage="agree">
      <Empty
        say={words.empty.agree}
        hint={`${words.empty.agreeWhy[agreement.reason]} ${isToBeMeasured ? words.empty.agreeHint : ''}`}
      >
        {isToBeMeasured && <FolderCommands />}
      </Empty>
    </Page>
  );
}

function Measurements({ agreement }: { agreement: Measured }) {
  const { words, language } = useLanguage();
  const report = useReportWords();
  const names = useNames();
  const outline = useStudy();
  const { warnings, options } = useAnalysis();
  const overall = agreement.codes.filter(({ question }) => question === null);
  const withheldCodes = new Set(
    overall.filter(({ alpha }) => alpha.state === 'withheld').map(({ code }) => code),
  );
  const withheld = withheldCodes.size;
  // On the screen dozens of hatched rows would hide the few that can be judged; the table below has them all.
  const shown = agreement.codes.filter(({ code }) => !withheldCodes.has(code));
  const about = warnings.filter(({ code }) => aboutAgreement.has(code));
  return (
    <Page
      stage="agree"
      lede={
        <Sentence
          markup={report.agreement.text(
            agreement.coders.map(names.coder).join(', '),
            countText(agreement.participants, language),
          )}
        />
      }
      margin={
        <>
          <section>
            <h2>{words.frame.howToRead}</h2>
            <p>{words.agree.reading}</p>
            <p>{report.agreement.prevalenceNote}</p>
          </section>
          {about.length > 0 && <Warnings warnings={about} />}
        </>
      }
    >
      <AgreementByQuestion agreement={agreement} />
      <section>
        <h2>{words.agree.byCode}</h2>
        {agreementFigures(outline, { ...agreement, codes: shown }).map((draw, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one figure, in their order
          <FigureView key={at} draw={draw} />
        ))}
        {withheld > 0 && <p className="note">{words.agree.withheld(withheld, options.threshold)}</p>}
      </section>
      <details>
        <summary>{words.agree.asTable}</summary>
        <AgreementTable agreement={agreement} />
      </details>
    </Page>
  );
}

const aboutAgreement: ReadonlySet<string> = new Set([
  'one coder only',
  'few shared answers',
  'prevalence depresses alpha',
  'interval too wide',
  'assignments inferred',
  'no consensus layer',
]);
