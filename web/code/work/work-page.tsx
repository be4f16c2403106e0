/** What does this passage say, in our words? One answer after the other, coded from the keyboard. */
import './work.css';
import '../../kit/coded-text.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { passesQuery } from './api.ts';
import { PassDesk } from './pass-desk.tsx';
import { workWords } from './words.ts';

export function WorkPage() {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  const { passes: mine } = useMeInStudy();
  const { pass: wanted, at } = useSearch({ from: '/studies/$study/code/work' });
  const { data: passes } = useSuspenseQuery(passesQuery(study));
  const open = passes.filter(({ pass }) => mine.includes(pass.id));
  const found = open.find(({ pass }) => pass.id === wanted) ?? (wanted === undefined ? open[0] : undefined);
  if (found === undefined) {
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
  return <PassDesk key={found.pass.id} pass={found.pass} open={at} />;
}
