/** The stages in the order of the flow, each with a dot that says how far it is. */
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language.tsx';
import { StageLinks } from './stage-links.tsx';

export function Rail() {
  const { words } = useLanguage();
  return (
    <div className="rail">
      <Link to="/" className="brand">
        Firsthand
        <span className="visually-hidden"> · {words.frame.allStudies}</span>
      </Link>
      <nav aria-label={words.frame.stages}>
        <StageLinks />
      </nav>
    </div>
  );
}
