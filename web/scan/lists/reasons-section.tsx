/** The reasons for exclusion in the order of their keys. */
import type { z } from 'zod';
import { ReasonList } from '../../../src/scan/screening/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { saveReasons } from './api.ts';
import { draftOfReasons, newReason, writtenReasons } from './draft.ts';
import { ListEditor } from './list-editor.tsx';
import { ListSection } from './list-section.tsx';
import { NameFields } from './name-fields.tsx';

export function ReasonsSection({ list }: { list: z.infer<typeof ReasonList> }) {
  const { of } = useLanguage();
  const study = useStudySlug();
  return (
    <ListSection
      of="reasons"
      version={list.version}
      editor={(leave, saved) => (
        <ListEditor
          of="reasons"
          begun={list}
          schema={ReasonList}
          most={50}
          draftOf={draftOfReasons}
          written={writtenReasons}
          fresh={newReason}
          save={(expected, items) => saveReasons(study, expected, items)}
          said={({ label }) => [label.ko, label.en].filter(Boolean).join(' / ')}
          fields={(row, change) => <NameFields label={row.label} change={(label) => change({ label })} />}
          leave={leave}
          saved={saved}
        />
      )}
    >
      <ol className="reason-list">
        {list.items.map(({ id, label }) => (
          <li key={id}>{of(label)}</li>
        ))}
      </ol>
    </ListSection>
  );
}
