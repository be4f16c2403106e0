/** Who codes what, and how far everybody is: the passes of the study, and for the lead the next one. */
import './passes.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { passesQuery } from '../../kit/team-queries.ts';
import { HelpSwitches } from './help-switches.tsx';
import { PassRow } from './pass-row.tsx';
import { PlanPass } from './plan-pass.tsx';
import { passesWords } from './words.ts';

export function PassesPage() {
  const words = passesWords[useLanguage().language];
  const { role } = useMeInStudy();
  const { data: passes } = useSuspenseQuery(passesQuery(useStudySlug()));
  return (
    <div className="columns passes">
      <header className="page-head">
        <h1>{words.question}</h1>
      </header>
      <div className="page-body">
        {passes.length === 0 && (
          <Empty say={words.none} hint={role === 'lead' ? words.noneHint : words.noneCoder} />
        )}
        <ol className="pass-list">
          {passes.toReversed().map((pass) => (
            <PassRow key={pass.pass.id} {...pass} />
          ))}
        </ol>
        {role === 'lead' && (
          <>
            <PlanPass />
            <HelpSwitches />
          </>
        )}
      </div>
    </div>
  );
}
