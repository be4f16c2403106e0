/** Citations chosen by key from the codings of a theme's codes. */
import '../kit/menu.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { WorkingCoding } from '../../src/code/model.ts';
import type { CodeId, CodingId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { useNames, useStudySlug } from '../kit/study.ts';
import { codingsOfCodeQuery } from './api.ts';
import { boardWords } from './board-words.ts';

const MOST_SHOWN = 100;

interface PickCodingsProps {
  title: string;
  codes: readonly CodeId[];
  chosen: readonly CodingId[];
  onChange: (codings: CodingId[]) => void;
  close: () => void;
}

export function PickCodings({ title, codes, chosen, onChange, close }: PickCodingsProps) {
  const { language } = useLanguage();
  const names = useNames();
  const study = useStudySlug();
  const words = boardWords[language];
  const [code, setCode] = useState<CodeId | undefined>(codes[0]);
  const [typed, setTyped] = useState('');
  const { data, error } = useQuery({
    ...codingsOfCodeQuery(study, code ?? ''),
    enabled: code !== undefined,
  });
  const found = useMemo(() => matching(data?.codings ?? [], typed), [data, typed]);
  const shown = found.slice(0, MOST_SHOWN);
  const toggle = (keys: Iterable<unknown>) => {
    const picked = new Set([...keys].map(String));
    const isShown = new Set<string>(shown.map(({ id }) => id));
    const others = chosen.filter((id) => !isShown.has(id));
    onChange([...others, ...shown.filter(({ id }) => picked.has(id)).map(({ id }) => id)]);
  };
  return (
    <Sheet title={`${title} · ${words.cited(chosen.length)}`} close={close}>
      <p className="labelled-choice">
        <label htmlFor="code-of-citations">{words.ofCode}</label>
        <select
          id="code-of-citations"
          className="choice"
          value={code}
          onChange={({ target }) => setCode(codes.find((one) => one === target.value) ?? code)}
        >
          {codes.map((one) => (
            <option key={one} value={one}>
              {names.code(one)}
            </option>
          ))}
        </select>
      </p>
      <RefusalNote error={error} />
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="search" aria-label={words.pickHint} autoFocus>
          <Input placeholder={words.pickHint} />
        </SearchField>
        <ListBox
          className="codings-to-cite"
          aria-label={words.pick}
          items={shown}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) => toggle(keys === 'all' ? shown.map(({ id }) => id) : keys)}
          renderEmptyState={() => <p className="quiet">{data ? words.nothingFound : ''}</p>}
        >
          {({ id, participant, span, coder }) => (
            <ListBoxItem id={id} textValue={`${participant} ${span?.quote ?? ''}`}>
              {({ isSelected }) => (
                <>
                  <span className="pick-mark" aria-hidden="true">
                    {isSelected ? '✓' : ''}
                  </span>
                  <span>
                    <strong>{participant}</strong>{' '}
                    {span === null ? <span className="quiet">{words.wholeAnswer}</span> : <q>{span.quote}</q>}{' '}
                    <span className="quiet">{names.coder(coder)}</span>
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <p className="sheet-actions">
        <Button className="button main" onPress={close}>
          {words.done}
        </Button>
      </p>
    </Sheet>
  );
}

/** The consensus first: it is what is counted. */
function matching(codings: readonly WorkingCoding[], typed: string): WorkingCoding[] {
  const wanted = typed.trim().toLowerCase();
  return codings
    .filter(({ participant, span }) => `${participant} ${span?.quote ?? ''}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(b.pass === 'consensus') - Number(a.pass === 'consensus'));
}
