/** Everything that has a name, one key away: pages, questions, themes, priorities, codes. */
import '../menu.css';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useLanguage } from '../language.tsx';
import { useStudySlug } from '../study.ts';
import { useCommands, useSearchCommand } from './commands.ts';

export default function CommandPalette({ close }: { close: () => void }) {
  const { words } = useLanguage();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const named = useCommands();
  const search = useSearchCommand(typed);
  const groups = [...named, ...search];
  const navigate = useNavigate();
  const study = useStudySlug();
  const go = (id: string) => {
    const command = groups.flatMap(({ commands }) => commands).find((one) => one.id === id);
    close();
    if (command)
      void navigate({ to: command.to, params: { study }, search: command.search, hash: command.hash });
  };
  return (
    <ModalOverlay className="sheet-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="sheet palette">
        <Dialog aria-label={words.frame.commands} className="palette-inside">
          <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={words.frame.commandsHint} autoFocus>
              <Input placeholder={words.frame.commandsHint} />
            </SearchField>
            <Menu
              className="palette-list"
              aria-label={words.frame.commands}
              items={groups}
              onAction={(key) => go(String(key))}
              renderEmptyState={() => <p className="quiet">{words.frame.noCommands}</p>}
            >
              {(group) => (
                <MenuSection id={group.id}>
                  <Header>{group.label}</Header>
                  <Collection items={group.commands}>
                    {(command) => (
                      <MenuItem id={command.id} textValue={command.find}>
                        {command.label}
                        {command.aside && <span className="quiet">{command.aside}</span>}
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
