/** The people of a study: who they are, what they may do, and how somebody else comes in. */
import './people.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Waiting } from '../kit/frame/waiting.tsx';
import { useLanguage } from '../kit/language.tsx';
import { meQuery } from '../kit/queries.ts';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../kit/study.ts';
import { TablePlace } from '../kit/table-place.tsx';
import { membersQuery } from './api.ts';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';
import { peopleWords } from './words.ts';

export function PeoplePage() {
  const { language, of } = useLanguage();
  const words = peopleWords[language];
  const { study } = useStudy();
  const { data: members, error } = useQuery(membersQuery(useStudySlug()));
  const { data: me } = useQuery(meQuery);
  const title = `${words.title} · ${of(study.title)} · Firsthand`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="columns people">
      <header className="page-head">
        <h1>{words.question}</h1>
      </header>
      <div className="page-body">
        <RefusalNote error={error} />
        {members === undefined && error === null && <Waiting />}
        {members !== undefined && (
          <>
            <TablePlace name={words.title}>
              <table className="numbers members">
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.coder}</th>
                    <th scope="col">{words.role}</th>
                    <th>
                      <span className="visually-hidden">{words.end}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {members.map((member) => (
                    <MemberRow key={member.account} member={member} isMe={member.account === me?.account} />
                  ))}
                </tbody>
              </table>
            </TablePlace>
            <InviteForm members={members} />
          </>
        )}
      </div>
    </div>
  );
}
