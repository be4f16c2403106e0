/** The form of an appraisal. What the record's own fields suggest stands beside each field, to be taken or left. */
import type { KeyboardEvent } from 'react';
import {
  type AppraisalContent,
  EvidenceKind,
  type Hint,
  type Score,
} from '../../../src/scan/appraisal/model.ts';
import type { Criteria } from '../../../src/scan/screening/model.ts';
import { Field } from '../../kit/field.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { CodesField } from './codes-field.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { DomainChoice } from './domain-choice.tsx';
import { appraiseWords } from './words.ts';

export function AppraisalForm({
  draft,
  change,
  hints,
  criteria,
  score,
  save,
  isSaving,
}: {
  draft: AppraisalContent;
  change: (part: Partial<AppraisalContent>) => void;
  hints: readonly Hint[];
  criteria: Criteria;
  score: Score;
  save: () => void;
  isSaving: boolean;
}) {
  const words = appraiseWords[useLanguage().language];
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      className="form appraisal"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save();
      }}
    >
      <div className="field">
        <label htmlFor="appraise-kind">{words.kind}</label>
        <select
          id="appraise-kind"
          className="choice"
          value={draft.kind}
          onChange={({ target }) => change({ kind: EvidenceKind.parse(target.value) })}
        >
          {EvidenceKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        <KindHints hints={hints} kind={draft.kind} take={(kind) => change({ kind })} />
      </div>
      <Field
        label={words.setting}
        hint={words.settingHint}
        value={draft.setting}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => change({ setting: target.value })}
      />
      <Field
        label={words.population}
        hint={words.populationHint}
        value={draft.population}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => change({ population: target.value })}
      />
      <DomainChoice
        of="channels"
        chosen={draft.channels}
        hints={hints}
        choose={(channels) => change({ channels })}
      />
      <DomainChoice of="lenses" chosen={draft.lenses} hints={hints} choose={(lenses) => change({ lenses })} />
      <CodesField chosen={draft.codes} choose={(codes) => change({ codes })} />
      <CriteriaFields
        criteria={criteria}
        levels={draft.levels}
        score={score}
        choose={(levels) => change({ levels })}
      />
      <div className="field wide">
        <label htmlFor="appraise-rationale">{words.rationale}</label>
        <textarea
          id="appraise-rationale"
          required
          rows={3}
          maxLength={5000}
          value={draft.rationale}
          onChange={({ target }) => change({ rationale: target.value })}
        />
      </div>
      <div className="field wide">
        <label htmlFor="appraise-watch">{words.watch}</label>
        <textarea
          id="appraise-watch"
          rows={2}
          maxLength={2000}
          value={draft.watch}
          onChange={({ target }) => change({ watch: target.value })}
        />
      </div>
      <button type="submit" className="button main" disabled={isSaving}>
        {words.save}
      </button>
      <p className="quiet">{words.keys}</p>
    </form>
  );
}

function KindHints({
  hints,
  kind,
  take,
}: {
  hints: readonly Hint[];
  kind: EvidenceKind;
  take: (kind: EvidenceKind) => void;
}) {
  const words = appraiseWords[useLanguage().language];
  const offered = hints.flatMap((hint) => {
    const { data } = EvidenceKind.safeParse(hint.value);
    return hint.for === 'kind' && data !== undefined ? [{ ...hint, kind: data }] : [];
  });
  return offered.map((hint) => (
    <p key={hint.kind} className="suggested">
      <strong>{words.kinds[hint.kind]}</strong>{' '}
      <span>{words.suggestion(hint.words, words.fieldsOfHints[hint.from])}</span>
      {hint.kind !== kind && (
        <button type="button" className="button" onClick={() => take(hint.kind)}>
          {words.take}
        </button>
      )}
    </p>
  ));
}
