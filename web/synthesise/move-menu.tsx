/** Where a code is to go: one key names the theme. */
import '../kit/menu.css';
import type { KeyboardEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { flushSync } from 'react-dom';
import type { ThemeVersion } from '../../src/code/model.ts';
import type { CodeId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames } from '../kit/study.ts';
import type { CodeMove, Column } from './board-moves.ts';
import { boardWords } from './board-words.ts';
import { moveKey } from './theme-head.tsx';

interface MoveMenuProps {
  code: CodeId;
  from: Column;
  themes: readonly ThemeVersion[];
  onMove: (move: CodeMove) => void;
  /** Into a theme that is still to be made. */
  onNew: () => void;
  close: () => void;
}

const NEW = 'new';
const OUT = 'out';

export function MoveMenu({ code, from, themes, onMove, onNew, close }: MoveMenuProps) {
  const { language, of } = useLanguage();
  const names = useNames();
  const words = boardWords[language];
  const title = words.moveTo(names.code(code));
  const go = (key: string, keep: boolean) => {
    // Gone before the move is told, so that the focus can go on to the next code at once.
    flushSync(close);
    if (key === NEW) return onNew();
    const to = key === OUT ? null : themes.find(({ theme }) => theme.id === key)?.theme.id;
    if (to !== undefined) onMove({ code, from, to, keep: keep && to !== null });
  };
  const targets = [
    ...themes.map(({ theme }, at) => ({ id: theme.id as string, name: of(theme.label), key: moveKey(at) })),
    ...(from === null ? [] : [{ id: OUT, name: words.toUnassigned, key: '0' }]),
    { id: NEW, name: words.newTheme, key: '+' },
  ];
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.key === '+' ? '+' : event.code.replace(/^(Digit|Numpad|Key)/, '');
    const target = targets.find(({ key }) => key === pressed);
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(target.id, event.shiftKey);
  };
  return (
    <ModalOverlay className="sheet-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="sheet palette">
        <Dialog aria-label={title} className="palette-inside">
          <p className="move-title">
            <strong>{title}</strong> <span className="quiet">{words.moveHint}</span>
          </p>
          <div onKeyDownCapture={onKey} className="palette-list">
            <Menu
              aria-label={title}
              autoFocus="first"
              items={targets}
              onAction={(key) => go(String(key), false)}
            >
              {({ id, name, key }) => (
                <MenuItem id={id} textValue={name}>
                  {name} <kbd>{key}</kbd>
                </MenuItem>
              )}
            </Menu>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
