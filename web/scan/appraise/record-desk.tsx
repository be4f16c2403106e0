/** One record: what it says, the form of its appraisal, and beside them the brief as it will read. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { Appraisal, type AppraisalContent, type AppraisedRecord } from '../../../src/scan/appraisal/model.ts';
import { scoreOf } from '../../../src/scan/appraisal/score.ts';
import { briefOf } from '../../../src/scan/briefs/brief.ts';
import type { Origin } from '../../../src/scan/briefs/model.ts';
import type { CriterionList } from '../../../src/scan/screening/model.ts';
import { Refusal } from '../../kit/http.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../../kit/study.ts';
import { BriefView } from '../briefs/brief-view.tsx';
import { saveAppraisal } from './api.ts';
import { AppraisalForm } from './appraisal-form.tsx';
import { draftOf, underCriteria } from './draft.ts';
import { OtherVersion } from './other-version.tsx';
import { SourceText } from './source-text.tsx';
import { appraiseWords } from './words.ts';

export function RecordDesk({
  record: { document, appraisal, hints },
  criteria,
}: {
  record: z.infer<typeof AppraisedRecord>;
  criteria: CriterionList;
}) {
  const { language } = useLanguage();
  const words = appraiseWords[language];
  const study = useStudySlug();
  const { study: outline, codebook } = useStudy();
  const queries = useQueryClient();
  const [written, setDraft] = useState(() => draftOf(appraisal, criteria));
  // The lead may change the criteria while somebody appraises.
  const draft = useMemo(() => underCriteria(written, criteria), [written, criteria]);
  /** The version that the draft goes on from, which is not always the latest. */
  const [base, setBase] = useState<Appraisal | null>(appraisal);
  const [pointed, setPointed] = useState<readonly Origin[]>([]);
  const saving = useMutation({
    mutationFn: ({ expected, content }: { expected: number; content: AppraisalContent }) =>
      saveAppraisal(study, document.id, { expected, content }),
    onSuccess: (kept) => {
      setBase(kept);
      return queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
    },
  });
  const other = otherVersion(saving.error);
  const score = scoreOf(draft.levels, criteria.items);
  const brief = useMemo(() => {
    const now = new Date().toISOString();
    const appraisal = {
      ...whoWrites,
      record: document.id,
      content: draft,
      score,
      recordedAt: now,
      firstAt: now,
    };
    return briefOf(
      { document, appraisal, criteria: criteria.items, frame: outline.frame, codebook },
      language,
    );
  }, [document, draft, score, criteria, outline, codebook, language]);
  return (
    <div className="appraise-desk" data-record={document.id}>
      <div className="appraise-record">
        <SourceText document={document} pointed={pointed} />
        {other && (
          <OtherVersion
            theirs={other}
            yours={draft}
            criteria={criteria.items}
            keepYours={() => saving.mutate({ expected: other.version, content: draft })}
            takeTheirs={() => {
              setDraft(draftOf(other, criteria));
              setBase(other);
              saving.reset();
            }}
          />
        )}
        <AppraisalForm
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          hints={hints}
          criteria={criteria.items}
          score={score}
          save={() => saving.mutate({ expected: base?.version ?? 0, content: draft })}
          isSaving={saving.isPending}
        />
        {other === null && <RefusalNote error={saving.error} />}
        <p role="status" className="quiet" data-version={base?.version ?? 0}>
          {saving.isSuccess && base !== null
            ? words.saved(String(base.version))
            : base === null
              ? words.first
              : words.version(String(base.version), base.recordedAt.slice(0, 10))}
        </p>
      </div>
      <aside className="appraise-brief" aria-label={words.brief}>
        <h2>{words.brief}</h2>
        <p className="quiet">{words.briefHint}</p>
        <BriefView brief={brief} language={language} point={setPointed} />
      </aside>
    </div>
  );
}

/** What a brief does not tell of an appraisal, and a draft has not yet. */
const whoWrites = { version: 1, by: '' };

/** What stands there now, where another saved first. */
function otherVersion(error: Error | null): Appraisal | null {
  if (!(error instanceof Refusal) || error.code !== 'appraisal changed') return null;
  const { data } = Appraisal.safeParse(error.current);
  return data ?? null;
}
