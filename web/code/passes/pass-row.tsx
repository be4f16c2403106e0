/** One pass: its state, how far each coder is, and what can be done with it now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PassWithProgress } from '../../../src/code/model.ts';
import { grouped } from '../../../src/report/format.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useNames, useStudy, useStudySlug } from '../../kit/study.ts';
import { movePass, moveToVersion } from './api.ts';
import { passesWords } from './words.ts';

export function PassRow({ pass, progress }: PassWithProgress) {
  const words = passesWords[useLanguage().language];
  const names = useNames();
  return (
    <li className="pass" data-state={pass.state} data-pass={pass.id}>
      <header>
        <h2>{pass.label || words.kinds[pass.kind]}</h2>
        <p className="quiet">
          {pass.label && `${words.kinds[pass.kind]} · `}
          <strong>{words.states[pass.state]}</strong> · {words.version(pass.codebookVersion)}
        </p>
      </header>
      {progress.length === 0 && <p className="quiet">{words.nobody}</p>}
      <ul className="pass-progress">
        {progress.map(({ coder, participants, answers, done }) => (
          <li key={coder}>
            <span>{names.coder(coder)}</span>
            <progress max={Math.max(1, answers)} value={done} aria-label={names.coder(coder)} />
            <span className="quiet">
              {words.progress(grouped(done), grouped(answers))} · {words.participants(grouped(participants))}
            </span>
          </li>
        ))}
      </ul>
      <PassActions pass={pass} progress={progress} />
    </li>
  );
}

function PassActions({ pass, progress }: PassWithProgress) {
  const words = passesWords[useLanguage().language];
  const study = useStudySlug();
  const { codebook } = useStudy();
  const { role, passes: mine } = useMeInStudy();
  const queries = useQueryClient();
  const [isClosing, setClosing] = useState(false);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['study', study] });
  const move = useMutation({ mutationFn: (to: 'open' | 'close') => movePass(study, pass.id, to), onSuccess });
  const upgrade = useMutation({
    mutationFn: () => moveToVersion(study, pass.id, codebook.version),
    onSuccess,
  });
  const isLead = role === 'lead';
  const isBehind = pass.state !== 'closed' && pass.codebookVersion < codebook.version;
  const left = progress.reduce((sum, { answers, done }) => sum + answers - done, 0);
  return (
    <>
      <div className="pass-actions">
        {mine.includes(pass.id) && pass.kind !== 'consensus' && (
          <Link
            className="button main"
            to="/studies/$study/code/work"
            params={{ study }}
            search={{ pass: pass.id }}
          >
            {words.mine}
          </Link>
        )}
        {isLead && pass.state === 'planned' && (
          <button type="button" className="button main" onClick={() => move.mutate('open')}>
            {words.open}
          </button>
        )}
        {isLead && pass.state === 'open' && (
          <button type="button" className="button" onClick={() => setClosing(true)}>
            {words.close}
          </button>
        )}
        {isLead && isBehind && (
          <button type="button" className="button" onClick={() => upgrade.mutate()}>
            {words.moveTo(codebook.version)}
          </button>
        )}
        {isLead && pass.kind !== 'consensus' && pass.state !== 'planned' && (
          <Link
            className="button"
            to="/studies/$study/agree/live"
            params={{ study }}
            search={{ pass: pass.id }}
          >
            {words.agreement}
          </Link>
        )}
        {pass.kind === 'independent' && pass.state === 'closed' && (
          <Link
            className="button"
            to="/studies/$study/agree/disagreements"
            params={{ study }}
            search={{ pass: pass.id }}
          >
            {words.disagreements}
          </Link>
        )}
      </div>
      <RefusalNote error={move.error ?? upgrade.error} />
      {isClosing && (
        <Sheet title={words.closeTitle(pass.label || words.kinds[pass.kind])} close={() => setClosing(false)}>
          <p>{words.closeHint(grouped(left))}</p>
          <div className="pass-actions">
            <button
              type="button"
              className="button main"
              onClick={() => {
                setClosing(false);
                move.mutate('close');
              }}
            >
              {words.close}
            </button>
            <button type="button" className="button" onClick={() => setClosing(false)}>
              {words.keepOpen}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}
