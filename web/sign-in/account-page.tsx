/** One's own account: the name, the password, and the ways out. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect } from 'react';
import { LEAST_PASSWORD_LENGTH, type Me } from '../../src/access/model.ts';
import { Field } from '../kit/field.tsx';
import { useLanguage } from '../kit/language.tsx';
import { PlainFrame } from '../kit/plain-frame.tsx';
import { meQuery } from '../kit/queries.ts';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { changePassword, signOut, signOutEverywhere } from './api.ts';
import { leave } from './leave.ts';
import { signInWords } from './words.ts';

export function AccountPage() {
  const { language, words: shared } = useLanguage();
  const words = signInWords[language].account;
  const { data: me } = useSuspenseQuery(meQuery);
  const out = useMutation({ mutationFn: signOut, onSuccess: leave });
  const everywhere = useMutation({ mutationFn: signOutEverywhere, onSuccess: leave });
  useEffect(() => {
    document.title = `${words.title} · Firsthand`;
  }, [words]);
  return (
    <PlainFrame>
      <p>
        <Link to="/">← {shared.frame.toStudies}</Link>
      </p>
      <p className="eyebrow">{words.title}</p>
      <h1>{me.name}</h1>
      <Password me={me} />
      <section>
        <h2>{words.signOut}</h2>
        <p className="quiet">{words.everywhereHint}</p>
        <RefusalNote error={out.error ?? everywhere.error} />
        <div className="actions">
          <button type="button" className="button" onClick={() => out.mutate()}>
            {words.signOut}
          </button>
          <button type="button" className="button" onClick={() => everywhere.mutate()}>
            {words.everywhere}
          </button>
        </div>
      </section>
    </PlainFrame>
  );
}

function Password({ me }: { me: Me }) {
  const { language } = useLanguage();
  const words = signInWords[language];
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    change.mutate(
      { old: me.hasPassword ? String(given.get('old')) : null, new: String(given.get('new')) },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <section>
      <h2>{me.hasPassword ? words.account.changePassword : words.account.setPassword}</h2>
      {!me.hasPassword && <p>{words.account.setPasswordHint}</p>}
      <form className="form" onSubmit={onSubmit}>
        {/* For password managers, which keep a password under a name. */}
        <input type="hidden" name="username" autoComplete="username" value={me.name} />
        {me.hasPassword && (
          <Field
            label={words.account.present}
            name="old"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
        <Field
          label={words.account.fresh}
          hint={words.invitation.passwordHint(LEAST_PASSWORD_LENGTH)}
          name="new"
          type="password"
          autoComplete="new-password"
          required
          maxLength={256}
        />
        <RefusalNote error={change.error} />
        {change.isSuccess && (
          <p className="done" role="status">
            {words.account.changed}
          </p>
        )}
        <button type="submit" className="button" disabled={change.isPending}>
          {words.account.keep}
        </button>
      </form>
    </section>
  );
}
