/** The figure's numbers as a table, with those that it has no room for; a row leads to where coders differ on its code. */
import { Link } from '@tanstack/react-router';
import type { Agreement } from '../../src/agree/model.ts';
import { notShownWord, percent, statisticText } from '../../src/report/format.ts';
import { worstFirst } from '../../src/report/worst-first.ts';
import { stagePaths } from '../kit/frame/stages.ts';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { useNames, useStudySlug } from '../kit/study.ts';
import { TablePlace } from '../kit/table-place.tsx';

interface AgreementTableProps {
  agreement: Extract<Agreement, { state: 'measured' }>;
  /** Whose disagreements a row leads to; the latest pass where it is not given. */
  pass?: string;
}

export function AgreementTable({ agreement, pass }: AgreementTableProps) {
  const { language } = useLanguage();
  const { role } = useMeInStudy();
  const { columns, agreement: said } = useReportWords();
  const names = useNames();
  const study = useStudySlug();
  const rows = worstFirst(agreement.codes.filter(({ question }) => question === null));
  return (
    <TablePlace name={said.codes}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.used}</th>
            <th scope="col">{columns.alpha}</th>
            <th scope="col">{columns.ac1}</th>
            <th scope="col">{columns.percent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, used, alpha, ac1, percent: agreed }) => (
            <tr key={code}>
              <th scope="row">
                {role === 'reader' ? (
                  <Link to={stagePaths.code} params={{ study }} hash={`code-${code}`}>
                    {names.code(code)}
                  </Link>
                ) : (
                  <Link to="/studies/$study/agree/disagreements" params={{ study }} search={{ pass, code }}>
                    {names.code(code)}
                  </Link>
                )}
              </th>
              <td>{used.state === 'shown' ? percent(used.estimate) : notShownWord(used, language)}</td>
              <td>{statisticText(alpha, language)}</td>
              <td>{statisticText(ac1, language)}</td>
              <td>{agreed.state === 'shown' ? percent(agreed.estimate) : notShownWord(agreed, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TablePlace>
  );
}
