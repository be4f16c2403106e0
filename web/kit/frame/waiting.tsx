/** Shown where a page's answer is still on its way. */
import { useLanguage } from '../language.tsx';

export function Waiting() {
  const { words } = useLanguage();
  return (
    <p className="waiting" role="status">
      {words.frame.loading} <span className="waiting-more">{words.frame.computing}</span>
    </p>
  );
}
