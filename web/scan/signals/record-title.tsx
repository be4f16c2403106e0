/** A record by its title, while a signal is written. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { titleQuery } from './api.ts';
import { signalsWords } from './words.ts';

export function RecordTitle({ record }: { record: string }) {
  const words = signalsWords[useLanguage().language];
  const { data, error } = useQuery(titleQuery(useStudySlug(), record));
  if (error !== null) return <span className="quiet">{words.gone}</span>;
  if (data === undefined) return <span className="quiet">…</span>;
  return <span dir="auto">{data ?? words.untitled}</span>;
}
