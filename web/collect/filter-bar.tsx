/** The conditions in force as words that can be taken away, and a way to add one by typing. */
import '../kit/menu.css';
import { useMemo, useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import type { AnswerFilter } from '../../src/synthesise/answers-page.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { conditionGroups, conditionInWords, type OptionGroup } from './conditions.ts';

export function FilterBar({
  filter,
  onChange,
}: {
  filter: readonly AnswerFilter[];
  onChange: (filter: AnswerFilter[]) => void;
}) {
  const { words } = useLanguage();
  const names = useNames();
  return (
    <fieldset className="filter-bar" aria-label={words.collect.filter}>
      {filter.map((condition) => {
        const said = conditionInWords(condition, names, words);
        return (
          <Button
            key={`${condition.field}/${condition.value}`}
            className="condition"
            aria-label={words.collect.remove(said)}
            onPress={() => onChange(filter.filter((one) => one !== condition))}
          >
            {said} <span aria-hidden="true">✕</span>
          </Button>
        );
      })}
      <AddCondition onAdd={(condition) => onChange([...filter, condition])} />
    </fieldset>
  );
}

function AddCondition({ onAdd }: { onAdd: (condition: AnswerFilter) => void }) {
  const { words } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button">{words.collect.add}</Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={words.collect.add} className="palette-inside">
          <ConditionMenu
            onChoose={(condition) => {
              setOpen(false);
              onAdd(condition);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ConditionMenu({ onChoose }: { onChoose: (condition: AnswerFilter) => void }) {
  const { words } = useLanguage();
  const names = useNames();
  const outline = useStudy();
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useMemo(() => conditionGroups(outline, names, words), [outline, names, words]);
  const shown = useMemo(() => withText(groups, typed, words.collect.inText), [groups, typed, words]);
  const choose = (id: string) => {
    const chosen = shown.flatMap(({ options }) => options).find((option) => option.id === id);
    if (chosen) onChoose(chosen.filter);
  };
  return (
    <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.collect.addHint} autoFocus>
        <Input placeholder={words.collect.addHint} />
      </SearchField>
      <Menu
        className="palette-list"
        aria-label={words.collect.add}
        items={shown}
        onAction={(key) => choose(String(key))}
      >
        {(group) => (
          <MenuSection id={group.id}>
            <Header>{group.label}</Header>
            <Collection items={group.options}>
              {(option) => (
                <MenuItem id={option.id} textValue={option.find}>
                  {option.label}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

/** What is typed can always be looked for in the answers themselves. */
function withText(groups: OptionGroup[], typed: string, inText: (typed: string) => string): OptionGroup[] {
  const value = typed.trim();
  if (value === '') return groups;
  const option = {
    id: 'text',
    label: inText(value),
    find: typed,
    filter: { field: 'text' as const, value },
  };
  return [...groups, { id: 'text-group', label: '', options: [option] }];
}
