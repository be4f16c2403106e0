/** What somebody without a session sees: how to get a link. */
import { useLanguage } from '../kit/language.tsx';

export function SignedOutPage() {
  const { words } = useLanguage();
  return (
    <main className="plain-page">
      <h1>{words.signIn.title}</h1>
      <p>{words.signIn.how}</p>
      <pre className="command">
        <code>npm start</code>
      </pre>
      <p className="quiet">{words.signIn.once}</p>
    </main>
  );
}
