/** The documents on which a signal rests: each by its title, where it came from, and the way to it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { sourcesOf } from '../documents/fields.ts';
import { signalRecordsQuery } from './api.ts';
import { signalsWords } from './words.ts';

export function SignalRecords({ signal }: { signal: string }) {
  const words = signalsWords[useLanguage().language];
  const study = useStudySlug();
  const appraises = useMeInStudy().role !== 'reader';
  const { data, error } = useQuery(signalRecordsQuery(study, signal));
  if (data === undefined) return error === null ? <Waiting /> : <RefusalNote error={error} />;
  return (
    <ul className="signal-records">
      {data.map((record) => {
        const { id, title, address } = record;
        return (
          <li key={id}>
            {appraises ? (
              <Link to="/studies/$study/scan/appraise" params={{ study }} search={{ record: id }} dir="auto">
                {title ?? words.untitled}
              </Link>
            ) : (
              <span dir="auto">{title ?? words.untitled}</span>
            )}
            <span className="quiet">{sourcesOf(record, words.file).join(', ')}</span>
            {address !== null && (
              <a href={address} target="_blank" rel="noreferrer">
                {words.open}
                <span className="visually-hidden">: {title ?? words.untitled}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
