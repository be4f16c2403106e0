/** A memo on a coding or on the answer: one's own to write, those of others to read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { v7 as newUuid } from 'uuid';
import type { Memo, MemoSubject } from '../../../src/code/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { useNames, useStudySlug } from '../../kit/study.ts';
import type { Desk } from '../sync/use-desk.ts';
import { memosQuery } from './api.ts';
import { workWords } from './words.ts';

interface MemoSheetProps {
  title: string;
  subject: MemoSubject;
  desk: Desk;
  close: () => void;
}

export function MemoSheet({ title, subject, desk, close }: MemoSheetProps) {
  const study = useStudySlug();
  const names = useNames();
  const words = workWords[useLanguage().language];
  const { coder: me } = useMeInStudy();
  const { data: memos, isPending } = useQuery(memosQuery(study, subject));
  const others = memos?.filter(({ by }) => by !== me) ?? [];
  return (
    <Sheet title={title} close={close}>
      {!isPending && (
        <MemoForm subject={subject} known={memos?.find(({ by }) => by === me)} desk={desk} close={close} />
      )}
      {others.length > 0 && (
        <section>
          <h3>{words.memoOthers}</h3>
          {others.map(({ id, by, text }) => (
            <p key={id} className="work-memo">
              <strong>{names.coder(by)}</strong> {text}
            </p>
          ))}
        </section>
      )}
    </Sheet>
  );
}

function MemoForm({
  subject,
  known,
  desk,
  close,
}: Omit<MemoSheetProps, 'title'> & { known: Memo | undefined }) {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const { coder: me } = useMeInStudy();
  const [text, setText] = useState(known?.text ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const keep = () => {
    if (text !== (known?.text ?? '') && me !== null) {
      const id = known?.id ?? newUuid();
      const expected = known?.version ?? 0;
      desk.writeMemo(id, { expected, subject, text });
      const kept: Memo = {
        id,
        version: expected + 1,
        subject,
        text,
        by: me,
        recordedAt: new Date().toISOString(),
      };
      queries.setQueryData(memosQuery(study, subject).queryKey, (memos) => [
        ...(memos ?? []).filter((memo) => memo.id !== id),
        ...(text === '' ? [] : [kept]),
      ]);
    }
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keep();
  };
  return (
    <div className="memo-form">
      <textarea
        ref={field}
        aria-label={words.memoText}
        rows={5}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <p>
        <button type="button" className="button main" onClick={keep}>
          {words.save} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="quiet-button" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </div>
  );
}
