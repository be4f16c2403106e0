/** One answer on the desk: its words in the middle, its codes beside them, the codes to give at the right. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Reading } from '../../../src/code/answers-model.ts';
import type { WorkingPass } from '../../../src/code/model.ts';
import { answerKey, type CodingId } from '../../../src/study/ids.ts';
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { useStudySlug } from '../../kit/study.ts';
import type { Desk } from '../sync/use-desk.ts';
import { AnswerHead } from './answer-head.tsx';
import { AnswerText } from './answer-text.tsx';
import { settingsQuery } from './api.ts';
import { Assistant } from './assistant.tsx';
import { CodingTools } from './coding-tools.tsx';
import { Hints } from './hints.tsx';
import { keyActs } from './key-acts.ts';
import { KeysSheet } from './keys-sheet.tsx';
import { focusLabel, MarginLabels } from './margin-labels.tsx';
import { MemoSheet } from './memo-sheet.tsx';
import { Palette } from './palette.tsx';
import { useAnswerText } from './use-answer-text.ts';
import { useCoding } from './use-coding.ts';
import { useHints } from './use-hints.ts';
import { useMarks } from './use-marks.ts';
import { usePassCodes } from './use-pass-codes.ts';
import { useShownCodings } from './use-shown-codings.ts';
import { useTextCursor } from './use-text-cursor.ts';
import type { WorkNow } from './use-work.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { workWords } from './words.ts';

interface AnswerDeskProps {
  pass: WorkingPass;
  desk: Desk;
  work: WorkNow;
  codes: readonly Code[];
  reading: Reading;
  answer: Reading['answers'][number];
}

export function AnswerDesk({ pass, desk, work, codes, reading, answer }: AnswerDeskProps) {
  const words = workWords[useLanguage().language];
  const { coder: me } = useMeInStudy();
  const { data: settings } = useQuery(settingsQuery(useStudySlug()));
  const { participant } = reading;
  const { question, wave, text } = answer;
  const here = useMemo(() => ({ participant, question, wave }), [participant, question, wave]);
  const key = answerKey(here);

  const { index, layout, place, near, size, forMarks } = useAnswerText(text);
  const { usable, onKeys, nameOf, colourOf } = usePassCodes(pass.id, codes);
  const others = useShownCodings(desk, pass, key, { fromServer: reading.codings, me });
  const { mine, shown } = others;
  const marks = useMarks(forMarks, shown);
  const acts = useCoding({ pass, desk, work, participant, answer, index, mine, nameOf });
  const hints = useHints(here, pass);
  const caret = useRef<HTMLSpanElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { tell, focus } = acts;
  const { cursor, hasChosen } = useTextCursor(place, caret, text, layout, (chosen) => {
    if (chosen === null) return;
    // What follows is about these words, no longer about the coding before.
    focus(null);
    tell(chosen.slice(0, 120));
  });
  const [sheet, setSheet] = useState<'keys' | 'memo' | null>(null);
  const [isOpen, setOpen] = useState(false);
  const toText = useCallback(() => place.current?.focus({ preventScroll: true }), [place]);
  // Before the first key that is meant for this answer: what it chooses must not be taken back.
  useLayoutEffect(() => {
    toText();
    cursor.choose({ start: 0, end: 0 });
  }, [cursor, toText]);

  const show = useCallback(
    (id: CodingId) => {
      const mark = marks.byId.get(id);
      if (mark !== undefined && mark.end > mark.start) cursor.choose(mark);
      focus(id);
    },
    [cursor, focus, marks],
  );
  const step = (by: number) => {
    const at = acts.current === undefined ? (by > 0 ? -1 : mine.length) : mine.indexOf(acts.current);
    const next = mine[Math.min(mine.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    show(next.id);
    focusLabel(next.id);
  };
  const finish = () => {
    const takesBack = work.items[work.at]?.done === true && mine.length === 0;
    acts.finish(!takesBack);
    if (!takesBack && work.nextOpen !== undefined) work.go(work.nextOpen.key);
  };
  const find = () => {
    // At once: the next letter, however soon it comes, is a letter of what is sought and no key of the screen.
    flushSync(() => setOpen(true));
    field.current?.focus();
  };
  const takeHint = (nth: number) => {
    const hint = hints?.state === 'on' ? hints.codes[nth] : undefined;
    if (hint !== undefined) acts.give(hint.code, cursor.chosen(), 'suggested');
  };
  const giveKey = (nth: number) => {
    const code = onKeys[nth];
    if (code !== undefined) acts.give(code, cursor.chosen());
  };
  useWorkKeys(
    keyActs(
      { acts, cursor, work, words, step, finish, find, takeHint, giveKey, toText },
      {
        memo: () => setSheet('memo'),
        help: () => setSheet('keys'),
        others: () => others.setShowsOthers(!others.showsOthers),
      },
    ),
  );

  const current = acts.current?.id ?? null;
  const context = useMemo(
    () => ({
      nameOf,
      colourOf,
      me,
      current,
      reachable: current ?? mine[0]?.id ?? null,
      onFocus: focus,
      onPress: show,
    }),
    [colourOf, current, focus, me, mine, nameOf, show],
  );
  const onTextKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !cursor.press(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMarginKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  };

  return (
    <>
      <AnswerHead work={work} reading={reading} answer={answer} onFinish={finish} />
      <div className="work-answer">
        {/* The keys are those of the text and the labels within. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div className="work-paper" onKeyDown={onTextKey}>
          <AnswerText
            place={place}
            answer={key}
            text={text}
            language={reading.language}
            label={words.text}
            layout={layout}
            marks={marks}
            near={near}
            current={current === null ? undefined : marks.byId.get(current)}
            colourOf={colourOf}
          />
          <span ref={caret} className="work-caret" aria-hidden="true" />
        </div>
        <MarginLabels
          place={place}
          layout={layout}
          marks={marks}
          near={near}
          size={size}
          context={context}
          onKeyDown={onMarginKey}
        />
      </div>
      <aside className="work-palette" aria-label={words.palette} data-open={isOpen || undefined}>
        <button
          type="button"
          className="button work-palette-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.openPalette}
        </button>
        <div className="work-palette-inside">
          <Palette
            codes={usable}
            onKeys={onKeys}
            colourOf={colourOf}
            hasChosen={hasChosen}
            field={field}
            onCode={(code) => acts.give(code, cursor.chosen())}
            onLeave={() => {
              setOpen(false);
              toText();
            }}
          >
            <CodingTools
              acts={acts}
              desk={desk}
              nameOf={nameOf}
              onMemo={() => setSheet('memo')}
              onKeys={() => setSheet('keys')}
            />
            <Hints
              hints={hints}
              nameOf={nameOf}
              colourOf={colourOf}
              onTake={(code) => acts.give(code, cursor.chosen(), 'suggested')}
            />
            {settings?.assistant && pass.kind !== 'independent' && (
              <Assistant
                here={here}
                nameOf={nameOf}
                colourOf={colourOf}
                onTake={({ code, span }) => {
                  const units = { start: index.toUtf16(span.start), end: index.toUtf16(span.end) };
                  cursor.choose(units);
                  acts.give(code, units, 'assisted');
                }}
              />
            )}
          </Palette>
        </div>
      </aside>
      <p className="visually-hidden" aria-live="polite" data-told>
        {acts.told}
      </p>
      {sheet === 'keys' && <KeysSheet close={() => setSheet(null)} />}
      {sheet === 'memo' && (
        <MemoSheet
          title={acts.current ? words.memoOnCoding(nameOf(acts.current.code)) : words.memoOnAnswer}
          subject={acts.current ? { kind: 'coding', id: acts.current.id } : { kind: 'answer', id: key }}
          desk={desk}
          close={() => setSheet(null)}
        />
      )}
    </>
  );
}
