/** Makes the link that lets somebody in. It is shown once: the server keeps no more than its hash. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Invitation, type Member, type Role, roles } from '../../src/access/model.ts';
import type { Language } from '../../src/study/localised.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudySlug } from '../kit/study.ts';
import { coderNamesQuery, invite } from './api.ts';
import { peopleWords } from './words.ts';

export function InviteForm({ members }: { members: readonly Member[] }) {
  const { language } = useLanguage();
  const words = peopleWords[language];
  const study = useStudySlug();
  const [role, setRole] = useState<Role>('coder');
  const { data: coders = [] } = useQuery(coderNamesQuery(study));
  const free = coders.filter((name) => !members.some(({ coder }) => coder === name));
  const made = useMutation({
    mutationFn: (wanted: { role: Role; coder?: string }) => invite(study, wanted),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const coder = String(new FormData(event.currentTarget).get('coder') ?? '');
    made.mutate({ role, ...(role === 'coder' && coder !== '' ? { coder } : {}) });
  };
  return (
    <section>
      <h2>{words.invite}</h2>
      <p className="note">{words.inviteHint}</p>
      <form className="form" onSubmit={onSubmit}>
        <fieldset className="field options">
          <legend>{words.role}</legend>
          {roles.toReversed().map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="role"
                value={one}
                checked={role === one}
                onChange={() => setRole(one)}
              />
              <span>
                {words.roles[one]} <span className="quiet">{words.does[one]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {role === 'coder' && free.length > 0 && (
          <div className="field">
            <label htmlFor="invited-coder">{words.asCoder}</label>
            <select id="invited-coder" name="coder" className="choice" aria-describedby="invited-coder-hint">
              <option value="">{words.newCoder}</option>
              {free.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
            <p id="invited-coder-hint" className="quiet">
              {words.asCoderHint}
            </p>
          </div>
        )}
        <RefusalNote error={made.error} />
        <button type="submit" className="button main" disabled={made.isPending}>
          {words.make}
        </button>
      </form>
      {made.data && <Link key={made.data.link} invitation={made.data} role={made.variables.role} />}
    </section>
  );
}

function Link({ invitation, role }: { invitation: Invitation; role: Role }) {
  const { language } = useLanguage();
  const words = peopleWords[language];
  const [isCopied, setCopied] = useState(false);
  const link = location.origin + invitation.link;
  const until = dayInWords(invitation.expiresAt, language);
  return (
    <div className="invitation-link" role="status">
      <p>{words.linkOnce(words.roles[role], until)}</p>
      <p>
        <input
          aria-label={words.link}
          readOnly
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {isCopied ? words.copied : words.copy}
        </button>
      </p>
    </div>
  );
}

function dayInWords(time: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'long' }).format(
    new Date(time),
  );
}
