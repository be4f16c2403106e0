/** The codes at the right: those given last on the keys 1 to 9, and all of them by typing. */
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useMemo, useState } from 'react';
import type { CodeId } from '../../../src/study/ids.ts';
import type { Code } from '../../../src/study/model.ts';
import { CodeLabel } from '../../kit/code-label.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Definition } from './definition.tsx';
import { findCodes } from './find-codes.ts';
import { workWords } from './words.ts';

interface PaletteProps {
  /** Those that may be given. */
  codes: readonly Code[];
  /** On the keys from 1; the same for as long as an answer is coded, so that no key changes its meaning. */
  onKeys: readonly CodeId[];
  colourOf: (code: string) => number;
  /** Whether words are chosen, or the whole answer is meant. */
  hasChosen: boolean;
  field: RefObject<HTMLInputElement | null>;
  /** `stays`: another code is to follow. */
  onCode: (code: CodeId, stays: boolean) => void;
  onLeave: () => void;
  /** What stands below the codes. */
  children: ReactNode;
}

export function Palette({
  codes,
  onKeys,
  colourOf,
  hasChosen,
  field,
  onCode,
  onLeave,
  children,
}: PaletteProps) {
  const { of, language } = useLanguage();
  const words = workWords[language];
  const [typed, setTyped] = useState('');
  const [isSearching, setSearching] = useState(false);
  const [active, setActive] = useState(0);
  const [pointed, setPointed] = useState<CodeId | null>(null);
  const list = useId();
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const found = useMemo(() => findCodes(codes, typed).map(({ code }) => code), [codes, typed]);
  const aimed = isSearching ? found[active] : byId.get(pointed ?? (onKeys[0] as CodeId)); // at worst not in the map

  const search = (next: string) => {
    setTyped(next);
    setActive(0);
  };
  const leave = () => {
    setSearching(false);
    search('');
    onLeave();
  };
  const give = (code: CodeId, stays: boolean) => {
    onCode(code, stays);
    if (stays) field.current?.select();
    else leave();
  };
  const move = (by: number) => {
    const next = Math.min(found.length - 1, Math.max(0, active + by));
    setActive(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const code = found[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && code !== undefined) {
      give(code.id, event.shiftKey || event.ctrlKey || event.metaKey);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="work-codes">
      <p className="code-target" aria-live="polite">
        {hasChosen ? words.onSelection : words.onWhole}
      </p>
      <div className="code-search">
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={words.find}
          aria-expanded={isSearching}
          aria-controls={list}
          aria-activedescendant={isSearching && found.length > 0 ? `${list}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder={words.findHint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => search(target.value)}
          onFocus={() => setSearching(true)}
          onBlur={() => typed === '' && setSearching(false)}
          onKeyDown={onKeyDown}
        />
        <kbd>/</kbd>
      </div>
      {isSearching ? (
        <div className="code-list" id={list} role="listbox" aria-label={words.found(found.length)}>
          {found.map((code, at) => (
            // Keys are the field's, which names the active one; the pointer needs no focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={code.id}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onPointerMove={() => setActive(at)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={(event) => give(code.id, event.shiftKey || event.ctrlKey || event.metaKey)}
            >
              <CodeLabel name={of(code.label)} colour={colourOf(code.id)} polarity={null} />
              <span className="code-id">{code.id}</span>
            </div>
          ))}
          {found.length === 0 && <div className="quiet">{words.noneFound}</div>}
        </div>
      ) : (
        <ol className="code-list" id={list} aria-label={words.recent}>
          {onKeys.map((id, at) => {
            const code = byId.get(id);
            return (
              code && (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() => onCode(id, false)}
                    onPointerEnter={() => setPointed(id)}
                    onFocus={() => setPointed(id)}
                  >
                    <kbd>{at + 1}</kbd>
                    <CodeLabel name={of(code.label)} colour={colourOf(id)} polarity={null} />
                  </button>
                </li>
              )
            );
          })}
        </ol>
      )}
      {aimed && <Definition code={aimed} />}
      {children}
    </div>
  );
}
