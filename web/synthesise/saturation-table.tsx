/** Saturation in numbers: what was found, what is estimated in all, and when nothing new came. */
import { decimal, notShownWord } from '../../src/report/format.ts';
import type { Saturation } from '../../src/synthesise/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { useAnalysis, useNames } from '../kit/study.ts';
import { TablePlace } from '../kit/table-place.tsx';

export function SaturationTable() {
  const { words } = useLanguage();
  const { columns, saturation: said } = useReportWords();
  const names = useNames();
  const { saturation } = useAnalysis().synthesis;
  return (
    <TablePlace name={said.table}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{columns.question}</th>
            <th scope="col">{columns.participants}</th>
            <th scope="col">{columns.found}</th>
            <th scope="col">{columns.estimated}</th>
            <th scope="col">{columns.reached}</th>
          </tr>
        </thead>
        <tbody>
          {saturation.map((entry) => (
            <tr key={entry.question ?? ''}>
              <th scope="row">
                {entry.question === null ? words.agree.allQuestions : names.question(entry.question)}
              </th>
              <SaturationCells entry={entry} />
            </tr>
          ))}
        </tbody>
      </table>
    </TablePlace>
  );
}

function SaturationCells({ entry }: { entry: Saturation }) {
  const { language } = useLanguage();
  const { saturation: said } = useReportWords();
  if (entry.state !== 'shown') {
    return (
      <td colSpan={4}>
        <span className="withheld">{notShownWord(entry, language)}</span>
      </td>
    );
  }
  const { participants, observed, chao2, reached } = entry;
  return (
    <>
      <td>{participants}</td>
      <td>{observed}</td>
      <td>{chao2 === null ? '–' : `${decimal(chao2.estimate, 1)} (${decimal(chao2.standardError, 1)})`}</td>
      <td>
        {reached
          .map(({ median, lower, upper }) =>
            median === null ? said.notReached : `${median} (${lower ?? '–'}–${upper ?? '–'})`,
          )
          .join(' / ')}
      </td>
    </>
  );
}
