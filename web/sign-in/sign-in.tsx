/** What somebody without a session sees: how to come in. Afterwards they are where they wanted to go. */
import { useEffect } from 'react';
import { useLanguage } from '../kit/language.tsx';
import { PlainFrame } from '../kit/plain-frame.tsx';
import { signInNotice } from './arrival.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSignedIn } from './use-signed-in.ts';
import { signInWords } from './words.ts';

export function SignIn({ to }: { to: string }) {
  const { language } = useLanguage();
  const words = signInWords[language];
  const signedIn = useSignedIn();
  useEffect(() => {
    document.title = `${words.title} · Firsthand`;
  }, [words]);
  return (
    <PlainFrame>
      <h1>{words.title}</h1>
      <Notice />
      <SignInForm place={to} onSignedIn={() => signedIn(to)} />
      <section className="note">
        <h2>{words.noPassword}</h2>
        <p>{words.invited}</p>
        <p>{words.printed}</p>
        <pre className="command">
          <code>npm start</code>
        </pre>
        <p className="quiet">{words.once}</p>
      </section>
    </PlainFrame>
  );
}

function Notice() {
  const { language, of } = useLanguage();
  const notice = signInNotice();
  if (notice === null) return null;
  const told = notice === 'organisation refused' ? signInWords[language].organisationRefused : of(notice);
  return (
    <p className="refusal" role="alert">
      {told}
    </p>
  );
}
