/** Two versions of a theme side by side, where somebody else was faster. */
import { Button } from 'react-aria-components/Button';
import type { ThemeVersion } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames } from '../kit/study.ts';
import { boardWords } from './board-words.ts';
import { draftOf, type ThemeDraft, type Words } from './theme-draft.ts';

interface ThemeConflictProps {
  standing: ThemeVersion;
  draft: ThemeDraft;
  keepMine: () => void;
  takeTheirs: () => void;
}

export function ThemeConflict({ standing, draft, keepMine, takeTheirs }: ThemeConflictProps) {
  const { language } = useLanguage();
  const names = useNames();
  const words = boardWords[language];
  const by = standing.by === null ? '' : ` (${names.coder(standing.by)})`;
  return (
    <section className="theme-conflict" role="alert">
      <p>
        <strong>{words.conflict}</strong>
      </p>
      <div className="two-versions">
        <VersionText title={`${words.theirs}${by}`} draft={draftOf(standing.theme)} />
        <VersionText title={words.yours} draft={draft} />
      </div>
      <p className="sheet-actions">
        <Button className="button" onPress={takeTheirs}>
          {words.takeTheirs}
        </Button>
        <Button className="button main" onPress={keepMine}>
          {words.keepYours}
        </Button>
      </p>
    </section>
  );
}

function VersionText({ title, draft }: { title: string; draft: ThemeDraft }) {
  const { language } = useLanguage();
  const names = useNames();
  const words = boardWords[language];
  return (
    <div>
      <h3>{title}</h3>
      <p>
        <strong>{inEither(draft.label)}</strong>
      </p>
      <p>{inEither(draft.description)}</p>
      <p className="quiet">{draft.questions.map(names.question).join(', ')}</p>
      {[...draft.narrative, ...draft.negativeCases].map(({ key, text, codings }) => (
        <p key={key}>
          {inEither(text)} <span className="quiet">({words.cited(codings.length)})</span>
        </p>
      ))}
    </div>
  );
}

function inEither({ ko, en }: Words): string {
  return [ko, en].filter((words) => words !== '').join(' / ');
}
