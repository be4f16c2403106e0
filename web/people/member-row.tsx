/** One member: the role can be changed, the membership ended after a second look. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Member, RoleName, roles } from '../../src/access/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { useStudySlug } from '../kit/study.ts';
import { endMembership, giveRole } from './api.ts';
import { peopleWords } from './words.ts';

export function MemberRow({ member, isMe }: { member: Member; isMe: boolean }) {
  const { language } = useLanguage();
  const words = peopleWords[language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  // What one may see of the study can hang on it: everything of it is asked for again.
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['study', study] });
  const change = useMutation({
    mutationFn: (role: string) => giveRole(study, member.account, RoleName.parse(role)),
    onSuccess,
  });
  const end = useMutation({ mutationFn: () => endMembership(study, member.account), onSuccess });
  return (
    <tr>
      <th scope="row">
        {member.name}
        {isMe && <span className="tag">{words.you}</span>}
        <RefusalNote error={change.error} />
      </th>
      <td>{member.coder ?? <span className="quiet">{words.noCoder}</span>}</td>
      <td>
        <select
          className="choice"
          aria-label={words.roleOf(member.name)}
          value={change.isPending ? change.variables : member.role}
          onChange={({ target }) => change.mutate(target.value)}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <button
          type="button"
          className="quiet-button"
          aria-label={words.endOf(member.name)}
          onClick={() => setEnding(true)}
        >
          {words.end}
        </button>
        {isEnding && (
          <Sheet title={words.endTitle(member.name)} close={() => setEnding(false)}>
            <p>{words.endHint}</p>
            <RefusalNote error={end.error} />
            <div className="form">
              <div className="actions">
                <button
                  type="button"
                  className="button"
                  disabled={end.isPending}
                  onClick={() => end.mutate()}
                >
                  {words.end}
                </button>
                <button type="button" className="quiet-button" onClick={() => setEnding(false)}>
                  {words.keep}
                </button>
              </div>
            </div>
          </Sheet>
        )}
      </td>
    </tr>
  );
}
