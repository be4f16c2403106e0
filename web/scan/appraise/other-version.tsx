/** What another saved meanwhile beside what stands in the form, field by field where they differ. */
import type { Appraisal, AppraisalContent } from '../../../src/scan/appraisal/model.ts';
import type { Criteria } from '../../../src/scan/screening/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudy } from '../../kit/study.ts';
import { briefWords } from '../briefs/words.ts';
import { SavedMeanwhile } from '../saved-meanwhile.tsx';
import { differing } from './draft.ts';
import { appraiseWords } from './words.ts';

export function OtherVersion({
  theirs,
  yours,
  criteria,
  keepYours,
  takeTheirs,
}: {
  theirs: Appraisal;
  yours: AppraisalContent;
  criteria: Criteria;
  keepYours: () => void;
  takeTheirs: () => void;
}) {
  const { language } = useLanguage();
  const words = appraiseWords[language];
  const said = useSaid(criteria);
  return (
    <SavedMeanwhile
      version={theirs.version}
      differences={differing(theirs.content, yours).map((field) => ({
        key: field,
        name: briefWords[language].fields[`appraisal.${field}`],
        theirs: said(theirs.content, field) || words.empty,
        yours: said(yours, field) || words.empty,
      }))}
      keepYours={keepYours}
      takeTheirs={takeTheirs}
    />
  );
}

/** A field of an appraisal in words. */
function useSaid(criteria: Criteria) {
  const { language, of } = useLanguage();
  const { study, codebook } = useStudy();
  const labels = new Map(
    [...criteria, ...study.frame.domains, ...codebook.codes].map(({ id, label }) => [String(id), of(label)]),
  );
  const name = (id: string) => labels.get(id) ?? id;
  return (content: AppraisalContent, field: keyof AppraisalContent): string => {
    if (field === 'kind') return appraiseWords[language].kinds[content.kind];
    if (field === 'levels')
      return Object.entries(content.levels)
        .map(([id, level]) => `${name(id)} ${level}`)
        .join(', ');
    const value = content[field];
    return Array.isArray(value) ? value.map(name).join(', ') : String(value);
  };
}
