/** The board on which themes are built: columns of codes to move, and what each theme says with its citations. */
import './working-board.css';
import '../kit/field.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ThemeVersion } from '../../src/code/model.ts';
import type { CodeId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty } from '../kit/page.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { boardWords } from './board-words.ts';
import { NewTheme } from './new-theme.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { useThemes } from './use-themes.ts';
import { WorkingBoard } from './working-board.tsx';

export function BoardPage() {
  const { language } = useLanguage();
  const { role, sight } = useMeInStudy();
  const words = boardWords[language];
  return (
    <div className="theme-board">
      <header className="page-head">
        <h1>{words.title}</h1>
        {role !== 'reader' && sight === 'everything' && <p className="lede">{words.lede}</p>}
      </header>
      {role === 'reader' ? (
        <Empty say={words.notYou} />
      ) : sight === 'everything' ? (
        <Themes />
      ) : (
        <Empty say={words.blind} hint={words.blindHint} />
      )}
    </div>
  );
}

function Themes() {
  const { themes, error, ...actions } = useThemes();
  const { theme: opened } = useSearch({ from: '/studies/$study/synthesise/board' });
  const navigate = useNavigate({ from: '/studies/$study/synthesise/board' });
  /** What a new theme begins with; null while none is being made. */
  const [beginning, setBeginning] = useState<readonly CodeId[] | null>(null);
  const open = (theme: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, theme }), resetScroll: false, replace: true });
  const found = themes.find(({ theme }) => theme.id === opened);
  // Kept for the case that somebody takes it away while it is open.
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  const shown = found ?? (last?.theme.id === opened ? last : undefined);
  const nextPosition = Math.max(-1, ...themes.map(({ position }) => position)) + 1;
  return (
    <>
      <RefusalNote error={error} />
      <WorkingBoard
        themes={themes}
        opened={opened}
        actions={actions}
        onOpen={open}
        onNew={(codes) => setBeginning(codes)}
      />
      {shown && (
        <EditorOf
          key={shown.theme.id}
          version={shown}
          isGone={found === undefined}
          save={actions.save}
          takeAway={actions.takeAway}
          open={open}
        />
      )}
      {beginning !== null && (
        <NewTheme
          codes={beginning}
          position={nextPosition}
          save={actions.save}
          close={() => setBeginning(null)}
          onMade={open}
        />
      )}
    </>
  );
}

type Actions = ReturnType<typeof useThemes>;

interface EditorOfProps extends Pick<Actions, 'save' | 'takeAway'> {
  version: ThemeVersion;
  isGone: boolean;
  open: (theme: string | undefined) => void;
}

function EditorOf({ version, isGone, save, takeAway, open }: EditorOfProps) {
  return (
    <ThemeEditor
      version={version}
      isGone={isGone}
      onRemade={open}
      save={save}
      takeAway={() => {
        open(undefined);
        void takeAway(version);
      }}
      close={() => open(undefined)}
    />
  );
}
