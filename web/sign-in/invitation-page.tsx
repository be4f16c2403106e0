/** An invitation: to which study and as what, and the way in, with a new account or with the one that is signed in. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { type InvitationSeen, LEAST_PASSWORD_LENGTH, type Me } from '../../src/access/model.ts';
import { Field } from '../kit/field.tsx';
import { Waiting } from '../kit/frame/waiting.tsx';
import { useLanguage } from '../kit/language.tsx';
import { PlainFrame } from '../kit/plain-frame.tsx';
import { meQuery } from '../kit/queries.ts';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { peopleWords } from '../people/words.ts';
import { acceptInvitation, invitationQuery, joinByInvitation, signOut } from './api.ts';
import { forgetInvitation, invitationToken } from './arrival.ts';
import { useSignedIn } from './use-signed-in.ts';
import { signInWords } from './words.ts';

export function InvitationPage() {
  const { language } = useLanguage();
  const token = invitationToken();
  return (
    <PlainFrame>
      {token === null ? <p>{signInWords[language].invitation.none}</p> : <Invitation token={token} />}
    </PlainFrame>
  );
}

function Invitation({ token }: { token: string }) {
  const { language, of } = useLanguage();
  const words = signInWords[language].invitation;
  const people = peopleWords[language];
  const { data: seen, error } = useQuery(invitationQuery(token));
  // Refused where nobody is signed in, which is as good an answer here.
  const me = useQuery(meQuery);
  if (error !== null) return <RefusalNote error={error} />;
  if (seen === undefined || me.isPending) return <Waiting />;
  return (
    <>
      <h1>{words.title(of(seen.title))}</h1>
      <p>
        {words.as(people.roles[seen.role])} <span className="quiet">{people.does[seen.role]}</span>
      </p>
      {me.data ? <Join token={token} seen={seen} me={me.data} /> : <NewAccount token={token} seen={seen} />}
    </>
  );
}

function useEnter({ study }: InvitationSeen): () => Promise<void> {
  const signedIn = useSignedIn();
  return () => {
    forgetInvitation();
    return signedIn(`/studies/${encodeURIComponent(study)}`);
  };
}

function NewAccount({ token, seen }: { token: string; seen: InvitationSeen }) {
  const { language } = useLanguage();
  const words = signInWords[language];
  const accept = useMutation({ mutationFn: acceptInvitation, onSuccess: useEnter(seen) });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    accept.mutate({ token, name: String(given.get('name')), password: String(given.get('password')) });
  };
  return (
    <>
      <form className="form" onSubmit={onSubmit}>
        <h2>{words.invitation.newAccount}</h2>
        <Field
          label={words.name}
          hint={words.invitation.nameHint}
          name="name"
          autoComplete="username"
          required
          maxLength={80}
        />
        <Field
          label={words.password}
          hint={words.invitation.passwordHint(LEAST_PASSWORD_LENGTH)}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          maxLength={256}
        />
        <RefusalNote error={accept.error} />
        <button type="submit" className="button main" disabled={accept.isPending}>
          {words.invitation.come}
        </button>
      </form>
      <p>
        <Link to="/sign-in" search={{ to: '/invitation' }}>
          {words.invitation.known}
        </Link>
      </p>
    </>
  );
}

function Join({ token, seen, me }: { token: string; seen: InvitationSeen; me: Me }) {
  const { language } = useLanguage();
  const words = signInWords[language].invitation;
  const join = useMutation({ mutationFn: () => joinByInvitation(token), onSuccess: useEnter(seen) });
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => location.reload() });
  return (
    <div className="form">
      <p>{words.signedInAs(me.name)}</p>
      <RefusalNote error={join.error ?? leave.error} />
      <div className="actions">
        <button type="button" className="button main" disabled={join.isPending} onClick={() => join.mutate()}>
          {words.join}
        </button>
        <button type="button" className="quiet-button" onClick={() => leave.mutate()}>
          {words.other}
        </button>
      </div>
    </div>
  );
}
