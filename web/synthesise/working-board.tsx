/** The columns of the board, with the codes of no theme first; walked and rearranged by key or by dragging. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ThemeVersion } from '../../src/code/model.ts';
import type { CodeId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { useStudy } from '../kit/study.ts';
import { BoardColumn } from './board-column.tsx';
import { type CodeMove, type Column, unassigned } from './board-moves.ts';
import { boardWords } from './board-words.ts';
import { MoveMenu } from './move-menu.tsx';
import { ThemeHead } from './theme-head.tsx';
import type { ThemeActions } from './use-themes.ts';

interface WorkingBoardProps {
  themes: readonly ThemeVersion[];
  opened: string | undefined;
  actions: ThemeActions;
  onOpen: (theme: string | undefined) => void;
  /** Makes a theme with these codes. */
  onNew: (codes: readonly CodeId[]) => void;
}

export function WorkingBoard({ themes, opened, actions, onOpen, onNew }: WorkingBoardProps) {
  const { language } = useLanguage();
  const { codebook } = useStudy();
  const words = boardWords[language];
  const [moving, setMoving] = useState<{ code: CodeId; from: Column } | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const move = (wanted: CodeMove) => void actions.move(wanted);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const column = event.target instanceof Element ? event.target.closest('[data-column]') : null;
    const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && column !== null) {
      event.preventDefault();
      focusColumn(board.current, column, step);
    } else if (event.code === 'KeyM' && option !== null && column !== null) {
      event.preventDefault();
      event.stopPropagation();
      const from =
        themes.find(({ theme }) => theme.id === column.getAttribute('data-column'))?.theme.id ?? null;
      const code = codebook.codes.find(({ id }) => id === option.getAttribute('data-key'));
      if (code !== undefined) setMoving({ code: code.id, from });
    }
  };
  return (
    <>
      <div className="board-actions">
        <Button className="button main" onPress={() => onNew([])}>
          {words.newTheme}
        </Button>
      </div>
      <div className="board-columns" ref={board} onKeyDownCapture={onKey}>
        <section className="board-column" data-column="">
          <h2>{words.unassigned}</h2>
          <BoardColumn
            column={null}
            name={words.unassigned}
            codes={unassigned(codebook.codes, themes).map(({ id }) => id)}
            empty={words.noneUnassigned}
            onMove={move}
          />
        </section>
        {themes.map((version, at) => (
          <section
            key={version.theme.id}
            className="board-column"
            data-column={version.theme.id}
            data-opened={version.theme.id === opened || undefined}
          >
            <ThemeHead
              version={version}
              at={at}
              count={themes.length}
              onOpen={() => onOpen(version.theme.id)}
              onShift={(step) => void actions.shift(version.theme.id, step)}
            />
            <BoardColumn
              column={version.theme.id}
              name={words.codesOf(version.theme.label[language] ?? version.theme.id)}
              codes={version.theme.codes}
              empty={words.noCodes}
              onMove={move}
            />
          </section>
        ))}
      </div>
      {moving !== null && (
        <MoveMenu
          code={moving.code}
          from={moving.from}
          themes={themes}
          onMove={(wanted) => {
            focusNext(board.current, wanted);
            move(wanted);
          }}
          onNew={() => onNew([moving.code])}
          close={() => setMoving(null)}
        />
      )}
    </>
  );
}

function focusColumn(board: Element | null, from: Element, step: 1 | -1): void {
  const columns = [...(board?.querySelectorAll('[data-column]') ?? [])];
  const next = columns[columns.indexOf(from) + step];
  const place = next?.querySelector('[role=option]') ?? next?.querySelector('[role=listbox]');
  if (place instanceof HTMLElement) place.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * The code that takes the place of one that leaves its column is next, so that many are sorted without looking for it; a
 * code that stays keeps the focus.
 */
function focusNext(board: Element | null, { code, from, keep }: CodeMove): void {
  const list = board?.querySelector(`[data-column="${from ?? ''}"] [role=listbox]`);
  const options = [...(list?.querySelectorAll('[role=option]') ?? [])];
  const at = options.findIndex((option) => option.getAttribute('data-key') === code);
  const place = keep ? options[at] : (options[at + 1] ?? options[at - 1] ?? list);
  if (place instanceof HTMLElement) place.focus();
}
