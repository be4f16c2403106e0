/** One theme told: its sentences with the words that carry them, the cases against it, and who says it. */

import type { Share } from '../../src/protect/released.ts';
import { percent } from '../../src/report/format.ts';
import type { Theme } from '../../src/study/model.ts';
import type { ReleasedClaim } from '../../src/synthesise/model.ts';
import { Breakdowns } from '../kit/breakdowns.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { CountNumber, ShareNumber } from '../kit/numbers.tsx';
import { Quotes } from '../kit/quotes.tsx';
import { useAnalysis, useNames } from '../kit/study.ts';
import { Folded } from './folded.tsx';

export function ThemeArticle({ theme }: { theme: Theme }) {
  const { of } = useLanguage();
  const report = useReportWords();
  const names = useNames();
  const { synthesis } = useAnalysis();
  const account = synthesis.accounts.find((one) => one.theme === theme.id);
  const counted = synthesis.prevalence.filter((one) => one.theme === theme.id);
  return (
    <Folded
      id={`theme-${theme.id}`}
      title={names.theme(theme.id)}
      aside={counted.map(shareInBrief).join(', ')}
    >
      <p className="theme-counts">
        {counted.map(({ question, share }) => (
          <span key={question}>
            {names.question(question)}{' '}
            <ShareNumber share={share} evidence={{ kind: 'theme', theme: theme.id, question }} />
          </span>
        ))}
      </p>
      {theme.description && <p>{of(theme.description)}</p>}
      {account && <Claims theme={theme} list="narrative" claims={account.narrative} />}
      {account && account.negativeCases.length > 0 && (
        <>
          <h4>{report.themes.negativeCases}</h4>
          <Claims theme={theme} list="negativeCases" claims={account.negativeCases} />
        </>
      )}
      {account && account.quotes.length > 0 && (
        <>
          <h4>{report.themes.quotes}</h4>
          <Quotes quotes={account.quotes} />
        </>
      )}
      <GroupsOfTheme counted={counted} theme={theme} />
    </Folded>
  );
}

function GroupsOfTheme({
  counted,
  theme,
}: {
  counted: ReturnType<typeof useAnalysis>['synthesis']['prevalence'];
  theme: Theme;
}) {
  const { words } = useLanguage();
  const names = useNames();
  return (
    <details>
      <summary>{words.synthesise.byGroup}</summary>
      {counted.map(({ question, breakdowns }) => (
        <div key={question} className="ground-more">
          {counted.length > 1 && <h4>{names.question(question)}</h4>}
          <Breakdowns
            breakdowns={breakdowns}
            evidence={(group) => ({ kind: 'theme', theme: theme.id, question, group })}
          />
        </div>
      ))}
    </details>
  );
}

function Claims({
  theme,
  list,
  claims,
}: {
  theme: Theme;
  list: 'narrative' | 'negativeCases';
  claims: readonly ReleasedClaim[];
}) {
  const { of, words } = useLanguage();
  return (
    <ol className="claims">
      {claims.map(({ text, quotes, codings }, index) => (
        <li key={of(text)}>
          <p>
            {of(text)}{' '}
            <span className="claim-count">
              <CountNumber
                count={codings}
                evidence={{ kind: 'claim', theme: theme.id, list, index }}
                noun={words.synthesise.codings}
              />
            </span>
          </p>
          <Quotes quotes={quotes} />
        </li>
      ))}
    </ol>
  );
}

function shareInBrief({ share }: { share: Share }): string {
  return share.state === 'shown' ? percent(share.estimate) : '';
}
