/** How far screeners agree, two by two and over all, with the table of their decisions. */
import { useQuery } from '@tanstack/react-query';
import type { Share, Statistic } from '../../../src/protect/released.ts';
import { grouped, shareText, statisticText } from '../../../src/report/format.ts';
import { type ScreeningAgreement, verdicts } from '../../../src/scan/screening/agreement-model.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { TablePlace } from '../../kit/table-place.tsx';
import { agreementWords } from './agreement-words.ts';
import { agreementQuery } from './api.ts';
import { screenWords } from './words.ts';

type Pair = ScreeningAgreement['pairs'][number];

export function AgreementView() {
  const words = agreementWords[useLanguage().language];
  const { data, error } = useQuery(agreementQuery(useStudySlug()));
  if (data === undefined) return error === null ? <Waiting /> : <RefusalNote error={error} />;
  const { overall, pairs, least } = data;
  if (pairs.length === 0) return <Empty say={words.none} hint={words.noneHint} />;
  const paradox = pairs.some(({ coefficients }) => coefficients?.prevalence);
  return (
    <section className="agreement">
      <p className="note">{words.basis}</p>
      <TablePlace name={words.name}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.records}</th>
              <th scope="col">{words.percent}</th>
              <th scope="col">{words.kappa}</th>
              <th scope="col">AC1</th>
              <th scope="col">{words.alpha}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ screeners, records, coefficients }) => (
              <Row
                key={screeners.join('\n')}
                name={screeners.join(' · ')}
                records={records}
                least={least}
                coefficients={coefficients}
              />
            ))}
            {pairs.length > 1 && (
              <Row
                name={words.overall}
                records={overall.records}
                least={least}
                coefficients={overall.coefficients && { ...overall.coefficients, kappa: null }}
              />
            )}
          </tbody>
        </table>
      </TablePlace>
      {paradox && <p className="note">{words.prevalence}</p>}
      <p className="quiet">{words.intervals}</p>
      <div className="two-way-tables">
        {pairs.map((pair) => (
          <TwoWayTable key={pair.screeners.join('\n')} pair={pair} />
        ))}
      </div>
    </section>
  );
}

interface Coefficients {
  percent: Share;
  /** Null over all: kappa is of two people. */
  kappa: Statistic | null;
  ac1: Statistic;
  alpha: Statistic;
}

function Row({
  name,
  records,
  least,
  coefficients,
}: {
  name: string;
  records: number;
  least: number;
  coefficients: Coefficients | null;
}) {
  const { language } = useLanguage();
  const words = agreementWords[language];
  return (
    <tr data-agreement={name}>
      <th scope="row">{name}</th>
      <td>{grouped(records)}</td>
      {coefficients === null ? (
        <td colSpan={4} className="quiet">
          {words.tooFew(grouped(least))}
        </td>
      ) : (
        <>
          <td>{shareText(coefficients.percent, language)}</td>
          <td>{coefficients.kappa === null ? '–' : statisticText(coefficients.kappa, language)}</td>
          <td>{statisticText(coefficients.ac1, language)}</td>
          <td>{statisticText(coefficients.alpha, language)}</td>
        </>
      )}
    </tr>
  );
}

function TwoWayTable({ pair: { screeners, table } }: { pair: Pair }) {
  const { language } = useLanguage();
  const words = agreementWords[language];
  const { decisions } = screenWords[language];
  const [one, other] = screeners;
  return (
    <table className="numbers two-way">
      <caption>{words.table(one, other)}</caption>
      <thead>
        <tr>
          <td />
          {verdicts.map((verdict) => (
            <th key={verdict} scope="col">
              {decisions[verdict]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict, row) => (
          <tr key={verdict}>
            <th scope="row">{decisions[verdict]}</th>
            {verdicts.map((column, at) => (
              <td key={column} data-same={row === at || undefined}>
                {grouped(table[row]?.[at] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
