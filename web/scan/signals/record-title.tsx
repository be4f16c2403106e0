/** A record by its title; whoever appraises is led to its appraisal. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { useStudySlug } from '../../kit/study.ts';
import { titleQuery } from './api.ts';
import { signalsWords } from './words.ts';

export function RecordTitle({ record }: { record: string }) {
  const { language } = useLanguage();
  const words = signalsWords[language];
  const study = useStudySlug();
  const screens = useMeInStudy().role !== 'reader';
  const { data, error } = useQuery(titleQuery(study, record, language, screens));
  if (error !== null) return <span className="quiet">{words.hidden}</span>;
  if (data === undefined) return <span className="quiet">…</span>;
  if (!screens) return <span dir="auto">{data}</span>;
  return (
    <Link to="/studies/$study/scan/appraise" params={{ study }} search={{ record }} dir="auto">
      {data ?? words.untitled}
    </Link>
  );
}
