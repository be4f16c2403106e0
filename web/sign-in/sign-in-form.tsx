/** Name and password, or the organisation's own sign-in where there is one. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Field } from '../kit/field.tsx';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { ORGANISATION_SIGN_IN, signInByPassword, waysQuery } from './api.ts';
import { rememberPlace } from './arrival.ts';
import { signInWords } from './words.ts';

/** `place`: where the organisation's sign-in is to come back to. */
export function SignInForm({ place, onSignedIn }: { place: string; onSignedIn: () => Promise<void> }) {
  const { language } = useLanguage();
  const words = signInWords[language];
  const { data: ways } = useQuery(waysQuery);
  const signIn = useMutation({ mutationFn: signInByPassword, onSuccess: onSignedIn });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    signIn.mutate({ name: String(given.get('name')), password: String(given.get('password')) });
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {ways?.organisation && (
        <a className="button main" href={ORGANISATION_SIGN_IN} onClick={() => rememberPlace(place)}>
          {words.organisation}
        </a>
      )}
      <Field label={words.name} name="name" autoComplete="username" required maxLength={80} />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
      />
      <RefusalNote error={signIn.error} />
      <button
        type="submit"
        className={ways?.organisation ? 'button' : 'button main'}
        disabled={signIn.isPending}
      >
        {signIn.isPending ? words.entering : words.enter}
      </button>
    </form>
  );
}
