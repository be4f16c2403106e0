/** What the team agreed to exclude for and to appraise by: everybody who screens reads it, the lead writes it. */
import '../scan.css';
import './lists.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { criteriaQuery } from '../appraise/api.ts';
import { reasonsQuery } from '../screen/api.ts';
import { CriteriaSection } from './criteria-section.tsx';
import { ReasonsSection } from './reasons-section.tsx';
import { listsWords } from './words.ts';

export function ListsPage() {
  const words = listsWords[useLanguage().language];
  const study = useStudySlug();
  const { data: reasons } = useSuspenseQuery(reasonsQuery(study));
  const { data: criteria } = useSuspenseQuery(criteriaQuery(study));
  return (
    <div className="columns scan">
      <header className="page-head">
        <h1>{words.question}</h1>
        <p className="lede">{words.lede}</p>
      </header>
      <div className="page-body">
        <ReasonsSection list={reasons} />
        <CriteriaSection list={criteria} />
      </div>
    </div>
  );
}
