/** One theme in full: its name, its questions, and what it says, sentence by sentence with citations. */
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { v7 as newUuid } from 'uuid';
import type { ThemeVersion } from '../../src/code/model.ts';
import { ThemeId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { boardWords } from './board-words.ts';
import { ClaimsEditor } from './claims-editor.tsx';
import { QuestionChoice } from './question-choice.tsx';
import { ThemeConflict } from './theme-conflict.tsx';
import { type DraftProblem, draftOf, saysTheSame, type ThemeDraft, themeWith } from './theme-draft.ts';
import { ThemeGone } from './theme-gone.tsx';
import { TwoLanguages } from './two-languages.tsx';
import { standingInstead, type ThemeActions } from './use-themes.ts';

interface ThemeEditorProps extends Pick<ThemeActions, 'save'> {
  /** As it stands, with what others change. */
  version: ThemeVersion;
  /** Whether somebody took it away; `version` is then what stood last. */
  isGone: boolean;
  /** Called with the theme that was made of what was written. */
  onRemade: (theme: string) => void;
  takeAway: () => void;
  close: () => void;
}

export function ThemeEditor({ version, isGone, onRemade, save, takeAway, close }: ThemeEditorProps) {
  const { language, of } = useLanguage();
  const words = boardWords[language];
  /** What was edited, and from which version; null while nothing is. */
  const [edited, setEdited] = useState<{ draft: ThemeDraft; base: ThemeVersion } | null>(null);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const draft = edited?.draft ?? draftOf(version.theme);
  const change = (part: Partial<ThemeDraft>) => {
    setProblem(null);
    setEdited({ draft: { ...draft, ...part }, base: edited?.base ?? version });
  };
  const keep = useMutation({
    mutationFn: async (over: Pick<ThemeVersion, 'theme' | 'version' | 'position'>) => {
      const theme = themeWith(over.theme, draft);
      if (typeof theme === 'string') return setProblem(theme);
      await save(theme, { expected: over.version, position: over.position });
      setEdited(null);
      if (theme.id !== version.theme.id) onRemade(theme.id);
    },
  });
  // One id however often it is tried, so that a lost reply makes no second theme.
  const [newId] = useState(() => ThemeId.parse(newUuid()));
  const remade = { ...version, theme: { ...version.theme, id: newId }, version: 0 };
  // Codes that were moved meanwhile are no other text: what was written still holds.
  const expected =
    edited && saysTheSame(edited.base.theme, version.theme) ? version : (edited?.base ?? version);
  const standing = standingInstead(keep.error);
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    keep.mutate(isGone ? remade : expected);
  };
  if (isGone && edited === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the fields inside
    <section className="theme-editor" onKeyDown={onKey}>
      <header className="theme-editor-head">
        <h2 ref={heading} tabIndex={-1}>
          {of(version.theme.label)}
        </h2>
        {!isGone && (
          <Button className="quiet-button" onPress={() => setAsking(true)}>
            {words.takeAway}
          </Button>
        )}
        <Button className="quiet-button" onPress={close}>
          {words.close}
        </Button>
      </header>
      {isGone && <ThemeGone keepAsNew={() => keep.mutate(remade)} leave={close} />}
      {!isGone && standing !== undefined && (
        <ThemeConflict
          standing={standing}
          draft={draft}
          keepMine={() => keep.mutate(standing)}
          takeTheirs={() => {
            keep.reset();
            setEdited(null);
          }}
        />
      )}
      <div className="theme-editor-body">
        <div className="theme-form">
          <TwoLanguages label={words.name} words={draft.label} onChange={(label) => change({ label })} />
          <TwoLanguages
            label={words.description}
            words={draft.description}
            rows={3}
            onChange={(description) => change({ description })}
          />
          <QuestionChoice chosen={draft.questions} onChange={(questions) => change({ questions })} />
        </div>
        <div className="theme-form">
          <ClaimsEditor list="narrative" draft={draft} version={version} onChange={change} />
          <ClaimsEditor list="negativeCases" draft={draft} version={version} onChange={change} />
        </div>
      </div>
      <footer className="theme-editor-foot">
        {problem !== null && (
          <p className="refusal" role="alert">
            {words.problems[problem]}
          </p>
        )}
        {standing === undefined && <RefusalNote error={keep.error} />}
        {!isGone && (
          <Button className="button main" isDisabled={keep.isPending} onPress={() => keep.mutate(expected)}>
            {words.save} <kbd>Ctrl S</kbd>
          </Button>
        )}
        <p role="status" className="quiet">
          {edited === null ? keep.isSuccess && problem === null && words.saved : words.unsaved}
        </p>
      </footer>
      {isAsking && (
        <Sheet title={words.takeAwayAsk(of(version.theme.label))} close={() => setAsking(false)}>
          <p>{words.takeAwayHint}</p>
          <p className="sheet-actions">
            <Button className="button" onPress={() => setAsking(false)}>
              {words.cancel}
            </Button>
            <Button className="button main" onPress={takeAway}>
              {words.takeAway}
            </Button>
          </p>
        </Sheet>
      )}
    </section>
  );
}
