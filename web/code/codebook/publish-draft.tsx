/** The draft beside what is published: what differs, a note for the team, and one new version. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { codebookDiff } from '../../../src/code/codebook-diff.ts';
import type { Codebook } from '../../../src/study/model.ts';
import { Field } from '../../kit/field.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { studyQuery } from '../../kit/queries.ts';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { codebookQuery, publish } from './api.ts';
import { DiffView } from './diff-view.tsx';
import { type CodebookDraft, rebased } from './draft.ts';
import type { DraftAtHand } from './use-draft.ts';
import { codebookWords } from './words.ts';

interface PublishDraftProps extends Pick<DraftAtHand, 'edit' | 'discard'> {
  draft: CodebookDraft;
  latest: Codebook;
  close: () => void;
}

export function PublishDraft({ draft, latest, edit, discard, close }: PublishDraftProps) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const words = codebookWords[language];
  const [both, setBoth] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: () => publish(study, draft),
    onSuccess: (now) => {
      queries.setQueryData(codebookQuery(study).queryKey, now);
      void queries.invalidateQueries({ queryKey: studyQuery(study).queryKey, exact: true });
      discard();
      close();
    },
    // Refused as stale, the version that is there now is what to compare with.
    onError: () => queries.invalidateQueries({ queryKey: codebookQuery(study).queryKey }),
  });
  const isStale = draft.basedOn < latest.version;
  const next = { version: latest.version + 1, codes: draft.codes };
  return (
    <Sheet title={words.look} close={close}>
      {isStale ? (
        <Stale
          draft={draft}
          latest={latest}
          onRebase={(onto, changedByBoth) => {
            edit(() => onto);
            setBoth(changedByBoth);
            send.reset();
          }}
        />
      ) : (
        <>
          {both.length > 0 && <p className="refusal">{words.both(both.join(', '))}</p>}
          <DiffView diff={codebookDiff(latest, next)} />
          <Field
            label={words.note}
            value={draft.note}
            maxLength={2000}
            onChange={({ target }) => edit((now) => ({ ...now, note: target.value }))}
          />
          <RefusalNote error={send.error} />
          <p className="sheet-actions">
            <Button className="button main" isDisabled={send.isPending} onPress={() => send.mutate()}>
              {words.publish(next.version)}
            </Button>
          </p>
        </>
      )}
    </Sheet>
  );
}

interface StaleProps {
  draft: CodebookDraft;
  latest: Codebook;
  onRebase: (draft: CodebookDraft, both: readonly string[]) => void;
}

/** Somebody else has published meanwhile: what they changed, and the draft put on top of it. */
function Stale({ draft, latest, onRebase }: StaleProps) {
  const { words: common, language } = useLanguage();
  const words = codebookWords[language];
  const { data, error } = useQuery(codebookQuery(useStudySlug(), draft.basedOn));
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <p className="waiting">{common.frame.loading}</p>;
  const rebase = () => {
    const now = rebased(draft, data.codebook, latest);
    onRebase(now.draft, now.both);
  };
  return (
    <>
      <p className="refusal" role="alert">
        <strong>{words.stale(latest.version)}</strong> {words.staleHint}
      </p>
      <DiffView diff={codebookDiff(data.codebook, latest)} />
      <p className="sheet-actions">
        <Button className="button main" onPress={rebase}>
          {words.rebase(latest.version)}
        </Button>
      </p>
    </>
  );
}
