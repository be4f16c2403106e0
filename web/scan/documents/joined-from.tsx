/** Says of a document that it was joined from several source records, and opens them side by side. */
import './documents.css';
import { useLayoutEffect, useState } from 'react';
import { grouped } from '../../../src/report/format.ts';
import type { Document } from '../../../src/scan/documents/model.ts';
import { isTyping } from '../../kit/frame/keys.ts';
import { useLanguage } from '../../kit/language.tsx';
import { sourcesOf } from './fields.ts';
import { MembersSheet } from './members-sheet.tsx';
import { documentsWords } from './words.ts';

export function JoinedFrom({
  document: shown,
  hasKey,
  changed,
}: {
  document: Document;
  /** Whether J opens it: where one document alone is shown. */
  hasKey: boolean;
  /** After something was parted or joined again. */
  changed?: () => void;
}) {
  const words = documentsWords[useLanguage().language];
  const [isOpen, setOpen] = useState(false);
  const isJoined = shown.sources.length > 1;
  // Before paint: a key that is pressed as soon as the record is seen must not be lost.
  useLayoutEffect(() => {
    if (!hasKey || !isJoined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyJ' || event.isComposing || event.repeat || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role=dialog]')) return;
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [hasKey, isJoined]);
  return (
    <>
      {isJoined && (
        <button type="button" className="joined-from" onClick={() => setOpen(true)}>
          {words.joined(grouped(shown.sources.length), sourcesOf(shown, words.file).join(', '))}{' '}
          {hasKey && <kbd>J</kbd>}
        </button>
      )}
      {isOpen && <MembersSheet document={shown} changed={changed} close={() => setOpen(false)} />}
    </>
  );
}
