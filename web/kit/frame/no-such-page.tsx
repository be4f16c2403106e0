/** Shown where the address names nothing. */
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';

export function NoSuchPage() {
  const { words } = useLanguage();
  return (
    <section className="plain-page">
      <h1>{words.frame.noPage}</h1>
      <p>
        <Link to="/">{words.frame.toStudies}</Link>
      </p>
    </section>
  );
}
