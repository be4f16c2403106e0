/** Agreement on the whole set of codes of an answer, one line a question. */
import type { Agreement } from '../../src/agree/model.ts';
import { countText, statisticText } from '../../src/report/format.ts';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { useNames } from '../kit/study.ts';
import { TablePlace } from '../kit/table-place.tsx';

export function AgreementByQuestion({ agreement }: { agreement: Extract<Agreement, { state: 'measured' }> }) {
  const { language, words } = useLanguage();
  const { columns, agreement: said } = useReportWords();
  const names = useNames();
  return (
    <section>
      <h2>{words.agree.bySet}</h2>
      <TablePlace name={said.overall}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{columns.question}</th>
              <th scope="col">{columns.units}</th>
              <th scope="col">{columns.jaccard}</th>
              <th scope="col">{columns.masi}</th>
            </tr>
          </thead>
          <tbody>
            {agreement.questions.map(({ question, units, alphaJaccard, alphaMasi }) => (
              <tr key={question ?? ''} data-total={question === null || undefined}>
                <th scope="row">{question === null ? words.agree.allQuestions : names.question(question)}</th>
                <td>{countText(units, language)}</td>
                <td>{statisticText(alphaJaccard, language)}</td>
                <td>{statisticText(alphaMasi, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TablePlace>
    </section>
  );
}
