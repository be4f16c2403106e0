/** Said over a theme that somebody else took away while it was edited: what was written is still there, to keep or to leave. */
import { Button } from 'react-aria-components/Button';
import { useLanguage } from '../kit/language.tsx';
import { boardWords } from './board-words.ts';

export function ThemeGone({ keepAsNew, leave }: { keepAsNew: () => void; leave: () => void }) {
  const words = boardWords[useLanguage().language];
  return (
    <section className="theme-conflict" role="alert">
      <p>
        <strong>{words.takenAwayByAnother}</strong> {words.stillHere}
      </p>
      <p className="sheet-actions">
        <Button className="button" onPress={leave}>
          {words.leave}
        </Button>
        <Button className="button main" onPress={keepAsNew}>
          {words.keepAsNew}
        </Button>
      </p>
    </section>
  );
}
