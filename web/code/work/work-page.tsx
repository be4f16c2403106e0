/** What does this passage say, in our words? One answer after the other, coded from the keyboard. */
import './work.css';
import '../../kit/coded-text.css';
import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { useStudy, useStudySlug } from '../../kit/study.ts';
import { passesQuery } from '../../kit/team-queries.ts';
import { codebookQuery, workQuery } from './api.ts';
import { PassDesk } from './pass-desk.tsx';
import { workWords } from './words.ts';

export function WorkPage() {
  const { passes: mine } = useMeInStudy();
  const { pass = mine[0], at } = useSearch({ from: '/studies/$study/code/work' });
  const open = mine.find((id) => id === pass);
  return open === undefined ? <NoPass /> : <OpenPass key={open} id={open} at={at} />;
}

function OpenPass({ id, at }: { id: string; at: string | undefined }) {
  const study = useStudySlug();
  // Asked for together, not one after the other; most passes are coded with the latest codebook.
  usePrefetchQuery(workQuery(study, id));
  usePrefetchQuery(codebookQuery(study, useStudy().codebook.version));
  const { data: passes } = useSuspenseQuery(passesQuery(study));
  const found = passes.find(({ pass }) => pass.id === id);
  return found === undefined ? <NoPass /> : <PassDesk pass={found.pass} open={at} />;
}

function NoPass() {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  return (
    <div>
      <h1>{words.title}</h1>
      <Empty say={words.noPass} hint={words.noPassHint}>
        <Link className="button" to="/studies/$study/code/passes" params={{ study }} search={{}}>
          {words.toPasses}
        </Link>
      </Empty>
    </div>
  );
}
