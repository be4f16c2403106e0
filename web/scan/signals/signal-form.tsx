/** Writes a signal, new or anew: kind, name and statement in either language, and the records it rests on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ExternalSignal, type SignalContent, SignalKind } from '../../../src/scan/signals/model.ts';
import { languages } from '../../../src/study/localised.ts';
import { Field } from '../../kit/field.tsx';
import { Refusal } from '../../kit/http.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { SavedMeanwhile } from '../saved-meanwhile.tsx';
import { removeSignal, saveSignal, suggestionsQuery } from './api.ts';
import { contentOf, type Draft, draftOf } from './draft.ts';
import { Gathered } from './gathered.tsx';
import { signalsWords } from './words.ts';

export function SignalForm({ begun, leave }: { begun: Draft; leave: () => void }) {
  const { language, of } = useLanguage();
  const words = signalsWords[language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(begun);
  const [isSure, setSure] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
    void queries.invalidateQueries({ queryKey: suggestionsQuery(study).queryKey });
    leave();
  };
  const saving = useMutation({
    mutationFn: ({ expected, signal }: { expected: number; signal: SignalContent }) =>
      saveSignal(study, draft.id, { expected, signal }),
    onSuccess,
  });
  const removing = useMutation({
    mutationFn: () => removeSignal(study, draft.id, draft.expected),
    onSuccess,
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const content = contentOf(draft);
  const other = otherVersion(saving.error ?? removing.error);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (content !== null) saving.mutate({ expected: draft.expected, signal: content });
  };
  return (
    <form className="form signal-form" onSubmit={onSubmit}>
      <div className="field">
        <label htmlFor="signal-kind">{words.kind}</label>
        <select
          ref={first}
          id="signal-kind"
          className="choice"
          value={draft.kind}
          onChange={({ target }) => change({ kind: SignalKind.parse(target.value) })}
        >
          {SignalKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div className="both-languages">
        {languages.map((one) => (
          <div key={one} lang={one}>
            <Field
              label={`${words.label} · ${words.inLanguage[one]}`}
              value={draft.label[one]}
              maxLength={300}
              autoComplete="off"
              onChange={({ target }) => change({ label: { ...draft.label, [one]: target.value } })}
            />
            <div className="field">
              <label htmlFor={`signal-statement-${one}`}>
                {words.statement} · {words.inLanguage[one]}
              </label>
              <textarea
                id={`signal-statement-${one}`}
                rows={3}
                value={draft.statement[one]}
                onChange={({ target }) => change({ statement: { ...draft.statement, [one]: target.value } })}
              />
            </div>
          </div>
        ))}
      </div>
      <p className="quiet">{words.statementHint}</p>
      <Gathered records={draft.records} gather={(records) => change({ records })} />
      {other ? (
        <SavedMeanwhile
          version={other.version}
          differences={[
            { key: 'label', name: words.label, theirs: of(other.label), yours: draft.label[language] },
            {
              key: 'statement',
              name: words.statement,
              theirs: of(other.statement),
              yours: draft.statement[language],
            },
            {
              key: 'records',
              name: words.recordsOf,
              theirs: other.records.length,
              yours: draft.records.length,
            },
          ]}
          keepYours={content && (() => saving.mutate({ expected: other.version, signal: content }))}
          takeTheirs={() => {
            setDraft(draftOf(other));
            saving.reset();
            removing.reset();
          }}
        />
      ) : (
        <RefusalNote error={saving.error ?? removing.error} />
      )}
      <p className="verdict">
        <button type="submit" className="button main" disabled={content === null || saving.isPending}>
          {words.save}
        </button>
        <button type="button" className="quiet-button" onClick={leave}>
          {words.cancel}
        </button>
        {draft.expected > 0 && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => (isSure ? removing.mutate() : setSure(true))}
          >
            {isSure ? words.removeSure : words.remove}
          </button>
        )}
      </p>
      {content === null && draft.records.length > 0 && <p className="quiet">{words.oneLanguage}</p>}
    </form>
  );
}

/** What stands there now, where another saved first. */
function otherVersion(error: Error | null): ExternalSignal | null {
  if (!(error instanceof Refusal) || error.code !== 'signal changed') return null;
  const { data } = ExternalSignal.safeParse(error.current);
  return data ?? null;
}
