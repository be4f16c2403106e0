/** Says of a document that it was joined from several source records, and opens them side by side. */
import './documents.css';
import { useState } from 'react';
import { grouped } from '../../../src/report/format.ts';
import type { Document } from '../../../src/scan/documents/model.ts';
import { isLetterOfPage, useKeys } from '../../kit/frame/keys.ts';
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
  useKeys((event) => {
    if (hasKey && isJoined && event.code === 'KeyJ' && !event.repeat && isLetterOfPage(event)) setOpen(true);
  });
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
