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
import type { AnswerFilter } from '../../src/code/answers-model.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { useStudy } from '../kit/study.ts';
import { conditionGroups, conditionId, conditionInWords, type OptionGroup } from './conditions.ts';
import { useVocabulary } from './use-vocabulary.ts';
import { collectWords } from './words.ts';

export function FilterBar({
  filter,
  onChange,
}: {
  filter: readonly AnswerFilter[];
  onChange: (filter: AnswerFilter[]) => void;
}) {
  const vocabulary = useVocabulary();
  const { collect } = vocabulary;
  return (
    <fieldset className="filter-bar" aria-label={collect.filter}>
      {filter.map((condition) => {
        const said = conditionInWords(condition, vocabulary);
        return (
          <Button
            key={conditionId(condition)}
            className="condition"
            aria-label={collect.remove(said)}
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
  const words = collectWords[useLanguage().language];
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button">{words.add}</Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={words.add} className="palette-inside">
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
  const vocabulary = useVocabulary();
  const { collect } = vocabulary;
  const outline = useStudy();
  const { passes } = useMeInStudy();
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useMemo(() => conditionGroups(outline, passes, vocabulary), [outline, passes, vocabulary]);
  const shown = useMemo(() => withText(groups, typed, collect.inText), [groups, typed, collect]);
  const choose = (id: string) => {
    const chosen = shown.flatMap(({ options }) => options).find((option) => option.id === id);
    if (chosen) onChoose(chosen.filter);
  };
  return (
    <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={collect.addHint} autoFocus>
        <Input placeholder={collect.addHint} />
      </SearchField>
      <Menu
        className="palette-list"
        aria-label={collect.add}
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
  const value = typed.trim().slice(0, 200);
  if (value === '') return groups;
  const option = {
    id: 'text',
    label: inText(value),
    find: typed,
    filter: { field: 'text' as const, text: value },
  };
  return [...groups, { id: 'text-group', label: '', options: [option] }];
}
