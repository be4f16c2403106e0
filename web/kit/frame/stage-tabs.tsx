/** Leads from one page of a stage to its others; a stage with one page has none. */
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';
import { useMeInStudy } from '../me.ts';
import { useStudySlug } from '../study.ts';
import { stagePages } from './stage-pages.ts';
import type { Stage } from './stages.ts';

export function StageTabs({ stage }: { stage: Stage }) {
  const { words, language } = useLanguage();
  const study = useStudySlug();
  const { role } = useMeInStudy();
  const pages = (stagePages[stage] ?? []).filter(({ who }) => who.includes(role));
  if (pages.length < 2) return null;
  return (
    <nav className="stage-tabs" aria-label={words.stages[stage]}>
      {pages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          params={{ study }}
          search={{}}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {name[language]}
        </Link>
      ))}
    </nav>
  );
}
