/** The criteria of appraisal with their weights and what each level means. */
import type { z } from 'zod';
import { type Criteria, CriterionList } from '../../../src/scan/screening/model.ts';
import type { Localised } from '../../../src/study/localised.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { saveCriteria } from './api.ts';
import { CriterionFields } from './criterion-fields.tsx';
import { draftOfCriteria, newCriterion, writtenCriteria } from './draft.ts';
import { ListEditor } from './list-editor.tsx';
import { ListSection } from './list-section.tsx';

export function CriteriaSection({ list }: { list: z.infer<typeof CriterionList> }) {
  const { of } = useLanguage();
  const study = useStudySlug();
  return (
    <ListSection
      of="criteria"
      version={list.version}
      editor={(leave, saved) => (
        <ListEditor
          of="criteria"
          begun={list}
          schema={CriterionList}
          most={20}
          draftOf={draftOfCriteria}
          written={writtenCriteria}
          fresh={newCriterion}
          save={(expected, items) => saveCriteria(study, expected, items)}
          said={said}
          fields={(row, change) => <CriterionFields row={row} change={change} />}
          leave={leave}
          saved={saved}
        />
      )}
    >
      <ul className="criterion-list">
        {list.items.map(({ id, label, weight, levels }) => (
          <li key={id}>
            <h3>
              {of(label)} <span className="quiet">× {weight}</span>
            </h3>
            <ol start={0}>
              {levels.map((level, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the level is its place
                <li key={at} value={at}>
                  {of(level)}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </ListSection>
  );
}

function said({ label, weight, levels }: Criteria[number]): string {
  const inEither = ({ ko, en }: Localised) => [ko, en].filter(Boolean).join(' / ');
  return `${inEither(label)} × ${weight}: ${levels.map((level, at) => `${at} ${inEither(level)}`).join('; ')}`;
}
