/** What another saved meanwhile beside what stands in the form, field by field where they differ. */
import type { Appraisal, AppraisalContent } from '../../../src/scan/appraisal/model.ts';
import type { Criteria } from '../../../src/scan/screening/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudy } from '../../kit/study.ts';
import { briefWords } from '../briefs/words.ts';
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
    <section className="refusal other-version" role="alert">
      <h3>{words.changed(String(theirs.version))}</h3>
      <p>{words.changedHint}</p>
      <dl className="pair">
        <dt />
        <dd className="quiet">{words.theirs}</dd>
        <dd className="quiet">{words.yours}</dd>
        {differing(theirs.content, yours).map((field) => [
          <dt key={field}>{briefWords[language].fields[`appraisal.${field}`]}</dt>,
          <dd key={`${field} theirs`}>{said(theirs.content, field) || words.empty}</dd>,
          <dd key={`${field} yours`}>{said(yours, field) || words.empty}</dd>,
        ])}
      </dl>
      <p className="verdict">
        <button type="button" className="button" onClick={keepYours}>
          {words.keepYours}
        </button>
        <button type="button" className="button" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
      </p>
    </section>
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
