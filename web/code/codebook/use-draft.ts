/** The draft of the next version, kept in this browser for the study until it is published or discarded. */
import { useState } from 'react';
import type { Codebook } from '../../../src/study/model.ts';
import { useStudySlug } from '../../kit/study.ts';
import { CodebookDraft, draftOf } from './draft.ts';

const place = (study: string) => `firsthand.codebook.${study}`;

export interface DraftAtHand {
  /** Null while nothing is edited. */
  draft: CodebookDraft | null;
  edit: (change: (draft: CodebookDraft) => CodebookDraft) => void;
  discard: () => void;
}

/** @param published the latest version: what a new draft begins from */
export function useDraft(published: Codebook): DraftAtHand {
  const study = useStudySlug();
  const [draft, setDraft] = useState(() => kept(study));
  return {
    draft,
    edit: (change) => {
      const next = change(draft ?? draftOf(published));
      localStorage.setItem(place(study), JSON.stringify(next));
      setDraft(next);
    },
    discard: () => {
      localStorage.removeItem(place(study));
      setDraft(null);
    },
  };
}

function kept(study: string): CodebookDraft | null {
  const text = localStorage.getItem(place(study));
  if (text === null) return null;
  // Written by an earlier release it may have another shape; then the edits cannot be read any more.
  const found = CodebookDraft.safeParse(JSON.parse(text));
  return found.success ? found.data : null;
}
