/** A code chosen by typing: its name in either language, its initial consonants, or its id. */
import './menu.css';
import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { flushSync } from 'react-dom';
import type { CodeId } from '../../src/study/ids.ts';
import type { Code } from '../../src/study/model.ts';
import { matchLabel } from '../../src/text/initials.ts';
import { codeColours } from './code-colour.ts';
import { CodeLabel } from './code-label.tsx';
import { useLanguage } from './language.tsx';
import { useStudy } from './study.ts';

interface ChooseCodeProps {
  title: string;
  codes: readonly Code[];
  /** Called when the sheet is gone. */
  onChoose: (code: CodeId) => void;
  close: () => void;
}

export function ChooseCode({ title, codes, onChoose, close }: ChooseCodeProps) {
  const { of } = useLanguage();
  const outline = useStudy();
  const [typed, setTyped] = useState('');
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const found = useMemo(() => bestFirst(codes, typed), [codes, typed]);
  const choose = (id: string) => {
    const chosen = codes.find((code) => code.id === id);
    // Gone before the code is told, so that whoever hears of it can give the focus to what comes next.
    flushSync(close);
    if (chosen !== undefined) onChoose(chosen.id);
  };
  return (
    <ModalOverlay className="sheet-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="sheet palette">
        <Dialog aria-label={title} className="palette-inside">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={title} autoFocus>
              <Input placeholder={title} />
            </SearchField>
            <Menu
              className="palette-list"
              aria-label={title}
              items={found}
              onAction={(key) => choose(String(key))}
            >
              {(code) => (
                <MenuItem id={code.id} textValue={of(code.label)}>
                  <CodeLabel name={of(code.label)} colour={colourOf(code.id)} polarity={null} />
                  <span className="quiet">{code.id}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function bestFirst(codes: readonly Code[], typed: string): Code[] {
  return codes
    .flatMap((code) => {
      const scores = [code.label.ko, code.label.en, code.id]
        .flatMap((label) => (label === undefined ? [] : [matchLabel(typed, label)?.score]))
        .filter((score) => score !== undefined);
      return scores.length === 0 ? [] : [{ code, score: Math.max(...scores) }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ code }) => code);
}
