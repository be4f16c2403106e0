/** What a reader must know before using a number, the kinds of it together. */
import { group } from 'd3-array';
import type { AnalysisWarning } from '../../src/report/model.ts';
import { useLanguage } from '../kit/language.tsx';

export function Warnings({ warnings }: { warnings: readonly AnalysisWarning[] }) {
  const { words, of } = useLanguage();
  if (warnings.length === 0) return <p>{words.overview.noWarnings}</p>;
  const kinds = group(warnings, ({ code }) => code);
  return (
    <section>
      <h2>{words.overview.warnings}</h2>
      <ul className="warnings">
        {[...kinds].map(([kind, [first, ...others]]) => (
          <li key={kind}>
            {first && of(first.message)}
            {others.length > 0 && (
              <details>
                <summary>{words.overview.moreOfKind(others.length)}</summary>
                <ul>
                  {others.map((warning) => (
                    <li key={warning.about}>{of(warning.message)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
