/** Plans a pass: who codes, whose answers, and how many of them go to everybody. The draw is the server's. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { NewPass } from '../../../src/code/model.ts';
import { CoderId } from '../../../src/study/ids.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../../kit/study.ts';
import { membersQuery } from '../../people/api.ts';
import { planPass } from './api.ts';
import { passesWords } from './words.ts';

const kinds = ['independent', 'calibration'] as const;

export function PlanPass() {
  const words = passesWords[useLanguage().language];
  const study = useStudySlug();
  const { codebook } = useStudy();
  const queries = useQueryClient();
  const { data: members = [] } = useQuery(membersQuery(study));
  const coders = members.flatMap(({ account, name, role, coder }) =>
    coder === null || role === 'reader' ? [] : [{ account, name, coder, isLead: role === 'lead' }],
  );
  const [kind, setKind] = useState<(typeof kinds)[number]>('independent');
  const [shared, setShared] = useState(25);
  const [id, setId] = useState(() => newId());
  const made = useMutation({
    mutationFn: (pass: NewPass) => planPass(study, pass),
    onSuccess: () => {
      setId(newId());
      return queries.invalidateQueries({ queryKey: ['study', study, 'passes'] });
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    made.mutate(passFrom(new FormData(event.currentTarget), id, kind, shared));
  };
  return (
    <section>
      <h2>{words.plan}</h2>
      <form className="form" onSubmit={onSubmit}>
        <fieldset className="field options">
          <legend>{words.kind}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="kind"
                checked={kind === one}
                onChange={() => {
                  setKind(one);
                  setShared(one === 'calibration' ? 100 : 25);
                }}
              />
              <span>
                {words.kinds[one]} <span className="quiet">{words.about[one]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="pass-label">{words.label}</label>
          <input
            id="pass-label"
            name="label"
            required
            maxLength={120}
            placeholder={words.labelExample}
            autoComplete="off"
          />
        </div>
        <div className="field">
          <label htmlFor="pass-version">{words.codebook}</label>
          <select id="pass-version" name="version" className="choice" defaultValue={codebook.version}>
            {Array.from({ length: codebook.version }, (_, at) => codebook.version - at).map((version) => (
              <option key={version} value={version}>
                {version === codebook.version ? words.latest(version) : version}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="field options">
          <legend>{words.coders}</legend>
          {coders.length === 0 && <p className="note">{words.noCoders}</p>}
          {coders.map(({ account, name, coder, isLead }) => (
            <label key={account}>
              <input type="checkbox" name="coder" value={coder} defaultChecked={!isLead} />
              <span>
                {name} {coder !== name && <span className="quiet">{coder}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="field options">
          <legend>{words.whom}</legend>
          <label>
            <input type="radio" name="whom" value="all" defaultChecked />
            <span>{words.all}</span>
          </label>
          <label>
            <input type="radio" name="whom" value="sample" />
            <span className="pass-sample">
              {words.sample}
              <input type="number" name="sample" min={1} defaultValue={40} aria-label={words.sample} />
              {words.people}
            </span>
          </label>
        </fieldset>
        <div className="field">
          <label htmlFor="pass-shared">
            {words.shared}: {shared} %
          </label>
          <input
            id="pass-shared"
            type="range"
            min={0}
            max={100}
            step={5}
            value={shared}
            aria-describedby="pass-shared-hint"
            onChange={({ target }) => setShared(Number(target.value))}
          />
          <p id="pass-shared-hint" className="quiet">
            {words.sharedHint(shared)}
          </p>
        </div>
        <div className="field">
          <label htmlFor="pass-seed">{words.seed}</label>
          <input id="pass-seed" type="number" name="seed" min={0} max={2 ** 31 - 1} defaultValue={1} />
          <p className="quiet">{words.seedHint}</p>
        </div>
        <RefusalNote error={made.error} />
        <button type="submit" className="button main" disabled={made.isPending || coders.length === 0}>
          {words.make}
        </button>
        <p className="quiet">{words.madeHint}</p>
      </form>
    </section>
  );
}

function passFrom(data: FormData, id: string, kind: NewPass['kind'], shared: number): NewPass {
  return {
    id,
    kind,
    label: String(data.get('label')),
    codebookVersion: Number(data.get('version')),
    assign: {
      coders: data.getAll('coder').map((coder) => CoderId.parse(coder)),
      participants: data.get('whom') === 'sample' ? { sample: Number(data.get('sample')) } : 'all',
      shared: shared / 100,
      seed: Number(data.get('seed')),
    },
  };
}
