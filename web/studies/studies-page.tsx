/** The studies that one has a part in. With a single one there is nothing to choose. */
import './studies.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { Empty } from '../kit/page.tsx';
import { PlainFrame } from '../kit/plain-frame.tsx';
import { studiesQuery } from '../kit/queries.ts';
import AccountMenu from '../sign-in/account-menu.tsx';

export function StudiesPage() {
  const { words, of } = useLanguage();
  const { data: studies } = useSuspenseQuery(studiesQuery);
  const [only, ...others] = studies;
  if (only && others.length === 0)
    return <Navigate to="/studies/$study" params={{ study: only.slug }} replace />;
  return (
    <PlainFrame account={<AccountMenu />}>
      <h1>{words.studies.title}</h1>
      {studies.length === 0 && (
        <Empty say={words.studies.none} hint={words.studies.noneHint}>
          <FolderCommands />
        </Empty>
      )}
      <ul className="studies">
        {studies.map((study) => (
          <li key={study.slug}>
            <Link to="/studies/$study" params={{ study: study.slug }}>
              {of(study.title)}
            </Link>
            {study.synthetic && <span className="quiet"> · {words.studies.synthetic}</span>}
          </li>
        ))}
      </ul>
    </PlainFrame>
  );
}
