/** Says that edits wait to be published, and leads on. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { codebookDiff } from '../../../src/code/codebook-diff.ts';
import type { Codebook } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import type { CodebookDraft } from './draft.ts';
import { PublishDraft } from './publish-draft.tsx';
import type { DraftAtHand } from './use-draft.ts';
import { codebookWords } from './words.ts';

interface DraftBarProps extends Pick<DraftAtHand, 'edit' | 'discard'> {
  draft: CodebookDraft;
  latest: Codebook;
}

export function DraftBar({ draft, latest, edit, discard }: DraftBarProps) {
  const { language } = useLanguage();
  const words = codebookWords[language];
  const [open, setOpen] = useState<'publish' | 'discard' | null>(null);
  const diff = codebookDiff(latest, { version: latest.version, codes: draft.codes });
  const edited = new Set([
    ...diff.added.map(({ id }) => id),
    ...diff.changed.map(({ code }) => code),
    ...diff.retired,
    ...diff.restored,
  ]);
  return (
    <div className="draft-bar">
      <p role="status">
        <strong>{words.unsaved(edited.size)}</strong> <span className="quiet">{words.keptHere}</span>
      </p>
      <Button className="quiet-button" onPress={() => setOpen('discard')}>
        {words.discard}
      </Button>
      <Button className="button main" onPress={() => setOpen('publish')}>
        {words.look}
      </Button>
      {open === 'publish' && (
        <PublishDraft
          draft={draft}
          latest={latest}
          edit={edit}
          discard={discard}
          close={() => setOpen(null)}
        />
      )}
      {open === 'discard' && (
        <Sheet title={words.discardAsk} close={() => setOpen(null)}>
          <p className="sheet-actions">
            <Button className="button" onPress={() => setOpen(null)}>
              {words.cancel}
            </Button>
            <Button className="button main" onPress={discard}>
              {words.discard}
            </Button>
          </p>
        </Sheet>
      )}
    </div>
  );
}
