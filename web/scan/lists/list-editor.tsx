/** A list as it is being changed: rows are written, moved, added and taken out; whoever was slower sees both lists. */
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { v7 as newKey } from 'uuid';
import type { z } from 'zod';
import { Refusal } from '../../kit/http.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { type DraftReason, moved } from './draft.ts';
import { OtherList } from './other-list.tsx';
import { listsWords } from './words.ts';

interface Versioned<Item> {
  version: number;
  items: Item[];
}

interface ListEditorProps<Row extends DraftReason, Item extends { id: string }> {
  of: 'reasons' | 'criteria';
  begun: Versioned<Item>;
  schema: z.ZodType<Versioned<Item>>;
  most: number;
  draftOf: (items: Item[]) => Row[];
  /** Null where something is wanting. */
  written: (rows: readonly Row[]) => Item[] | null;
  fresh: (key: string) => Row;
  save: (expected: number, items: Item[]) => Promise<{ version: number }>;
  /** An item in words, to compare two. */
  said: (item: Item) => string;
  fields: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
  leave: () => void;
  saved: (version: number) => Promise<void>;
}

export function ListEditor<Row extends DraftReason, Item extends { id: string }>(
  props: ListEditorProps<Row, Item>,
) {
  const { of, begun, schema, most, draftOf, written, fresh, save, said, fields, leave, saved } = props;
  const words = listsWords[useLanguage().language];
  const [rows, setRows] = useState(() => draftOf(begun.items));
  const [base, setBase] = useState(begun.version);
  const [told, setTold] = useState('');
  const form = useRef<HTMLFormElement>(null);
  /** What has the focus once the rows stand anew. */
  const toFocus = useRef<string | HTMLElement | null>('input');
  useLayoutEffect(() => {
    const wanted = toFocus.current;
    toFocus.current = null;
    if (typeof wanted !== 'string') wanted?.focus();
    else form.current?.querySelector<HTMLElement>(wanted)?.focus();
  });
  const saving = useMutation({
    mutationFn: ({ expected, items }: { expected: number; items: Item[] }) => save(expected, items),
    onSuccess: ({ version }) => saved(version),
  });
  const items = written(rows);
  const theirs = otherList(saving.error, schema);
  const move = (key: string, by: -1 | 1) => {
    const next = moved(rows, key, by);
    if (document.activeElement instanceof HTMLElement) toFocus.current = document.activeElement;
    setRows(next);
    setTold(words.movedTo(String(1 + next.findIndex((row) => row.key === key))));
  };
  const change = (key: string, part: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const takeOut = ({ key, id }: Row) => {
    toFocus.current = id === null ? '[data-add]' : `[data-row="${key}"] button`;
    setRows(
      id === null
        ? rows.filter((row) => row.key !== key)
        : rows.map((row) => (row.key === key ? { ...row, isOut: true } : row)),
    );
  };
  const putBack = (key: string) => {
    toFocus.current = `[data-row="${key}"] input`;
    setRows(rows.map((row) => (row.key === key ? { ...row, isOut: false } : row)));
  };
  const add = () => {
    const row = fresh(newKey());
    toFocus.current = `[data-row="${row.key}"] input`;
    setRows([...rows, row]);
  };
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(key, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <form
      ref={form}
      className="form list-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (items !== null && !saving.isPending) saving.mutate({ expected: base, items });
      }}
    >
      <ol className="list-rows">
        {rows.map((row, at) => (
          <li key={row.key} data-row={row.key} data-out={row.isOut || undefined}>
            <fieldset onKeyDown={(event) => onKeyDown(event, row.key)}>
              <legend>{words.nth[of](String(at + 1))}</legend>
              {row.isOut ? (
                <p className="verdict">
                  <s>{row.label.ko || row.label.en}</s> <span className="quiet">{words.isOut}</span>
                  <button type="button" className="button" onClick={() => putBack(row.key)}>
                    {words.putBack}
                  </button>
                </p>
              ) : (
                <>
                  {fields(row, (part) => change(row.key, part))}
                  <p className="list-moves">
                    <button
                      type="button"
                      className="quiet-button"
                      aria-label={words.up}
                      aria-disabled={at === 0}
                      onClick={() => move(row.key, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="quiet-button"
                      aria-label={words.down}
                      aria-disabled={at === rows.length - 1}
                      onClick={() => move(row.key, 1)}
                    >
                      ↓
                    </button>
                    <button type="button" className="quiet-button" onClick={() => takeOut(row)}>
                      {words.out}
                    </button>
                  </p>
                </>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button"
        data-add
        disabled={rows.filter(({ isOut }) => !isOut).length >= most}
        onClick={add}
      >
        + {words.add[of]}
      </button>
      {theirs !== null && items !== null ? (
        <OtherList
          theirs={theirs}
          yours={items}
          said={said}
          keepYours={() => saving.mutate({ expected: theirs.version, items })}
          takeTheirs={() => {
            setRows(draftOf(theirs.items));
            setBase(theirs.version);
            saving.reset();
          }}
        />
      ) : (
        <RefusalNote error={saving.error} />
      )}
      {items === null && <p className="quiet">{words.wanting[of]}</p>}
      <p className="verdict">
        <button type="submit" className="button main" disabled={items === null || saving.isPending}>
          {words.save}
        </button>
        <button type="button" className="quiet-button" onClick={leave}>
          {words.cancel}
        </button>
        <span className="quiet">{words.keys}</span>
      </p>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </form>
  );
}

/** What stands there now, where another saved first. */
function otherList<Item>(error: Error | null, schema: z.ZodType<Versioned<Item>>): Versioned<Item> | null {
  if (!(error instanceof Refusal) || error.code !== 'list changed') return null;
  return schema.safeParse(error.current).data ?? null;
}
