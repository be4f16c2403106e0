/** One of the study's lists: as it stands, or being changed by the lead. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { useStudySlug } from '../../kit/study.ts';
import { listsWords } from './words.ts';

export function ListSection({
  of,
  version,
  children,
  editor,
}: {
  of: 'reasons' | 'criteria';
  version: number;
  /** The list as it stands. */
  children: ReactNode;
  editor: (leave: () => void, saved: (version: number) => Promise<void>) => ReactNode;
}) {
  const words = listsWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const isLead = useMeInStudy().role === 'lead';
  const [isOpen, setOpen] = useState(false);
  const [kept, setKept] = useState<number | null>(null);
  const leave = () => setOpen(false);
  const saved = async (now: number) => {
    await queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
    setKept(now);
    leave();
  };
  return (
    <section data-list={of} data-version={version}>
      <h2>{words[of]}</h2>
      <p className="quiet">
        {words[`${of}Hint`]} {!isLead && words.onlyLead}
      </p>
      {isOpen ? (
        editor(leave, saved)
      ) : (
        <>
          {children}
          <p className="verdict">
            {isLead && (
              <button type="button" className="button" onClick={() => setOpen(true)}>
                {words.edit}
              </button>
            )}
            <span className="quiet" role="status">
              {kept === version
                ? words.saved(String(version))
                : version === 0
                  ? words.firstVersion
                  : words.version(String(version))}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
