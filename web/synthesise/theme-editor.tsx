/** One theme in full: its name, its questions, and what it says, sentence by sentence with citations. */
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ThemeVersion } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { boardWords } from './board-words.ts';
import { ClaimsEditor } from './claims-editor.tsx';
import { QuestionChoice } from './question-choice.tsx';
import { ThemeConflict } from './theme-conflict.tsx';
import { type DraftProblem, draftOf, saysTheSame, type ThemeDraft, themeWith } from './theme-draft.ts';
import { TwoLanguages } from './two-languages.tsx';
import { standingInstead, type ThemeActions } from './use-themes.ts';

interface ThemeEditorProps extends Pick<ThemeActions, 'save'> {
  /** As it stands, with what others change. */
  version: ThemeVersion;
  takeAway: () => void;
  close: () => void;
}

export function ThemeEditor({ version, save, takeAway, close }: ThemeEditorProps) {
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
    mutationFn: async (expected: ThemeVersion) => {
      const theme = themeWith(expected.theme, draft);
      if (typeof theme === 'string') return setProblem(theme);
      await save(theme, { expected: expected.version, position: expected.position });
      setEdited(null);
    },
  });
  // Codes that were moved meanwhile are no other text: what was written still holds.
  const expected =
    edited && saysTheSame(edited.base.theme, version.theme) ? version : (edited?.base ?? version);
  const standing = standingInstead(keep.error);
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    keep.mutate(expected);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the fields inside
    <section className="theme-editor" onKeyDown={onKey}>
      <header className="theme-editor-head">
        <h2 ref={heading} tabIndex={-1}>
          {of(version.theme.label)}
        </h2>
        <Button className="quiet-button" onPress={() => setAsking(true)}>
          {words.takeAway}
        </Button>
        <Button className="quiet-button" onPress={close}>
          {words.close}
        </Button>
      </header>
      {standing !== undefined && (
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
        <Button className="button main" isDisabled={keep.isPending} onPress={() => keep.mutate(expected)}>
          {words.save} <kbd>Ctrl S</kbd>
        </Button>
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
