/** How a run went or goes: what came, what was odd, and how to stop it or go on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { grouped } from '../../../src/report/format.ts';
import type { Run } from '../../../src/scan/model.ts';
import { wordsOfProblem } from '../../../src/scan/runs/run-words.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { moveRun } from '../api.ts';
import { sourcesWords } from './words.ts';

export function RunLine({ run }: { run: Run }) {
  const { language } = useLanguage();
  const words = sourcesWords[language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (to: 'stop' | 'resume') => moveRun(study, run.id, to),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study', study, 'scan'] }),
  });
  const isRunning = run.state === 'running' && !run.abandoned;
  const cutOff = run.query === null ? words.fileCutOff : words.cutOff;
  return (
    <>
      <p className="run" data-state={run.abandoned ? 'cut off' : run.state} data-run={run.id}>
        <strong>{run.abandoned ? cutOff : words.states[run.state]}</strong>
        {isRunning && run.expected !== null && (
          <progress max={Math.max(1, run.expected)} value={run.received} aria-label={words.states.running} />
        )}
        <span>
          {isRunning && run.expected !== null
            ? words.ofExpected(grouped(run.received), grouped(run.expected))
            : words.received(grouped(run.received), grouped(run.fresh))}
        </span>
        {isRunning && (
          <button type="button" className="button" onClick={() => move.mutate('stop')}>
            {words.stop}
          </button>
        )}
        {run.resumable && !isRunning && (
          <button type="button" className="button" onClick={() => move.mutate('resume')}>
            {words.resume}
          </button>
        )}
      </p>
      {run.problems.length > 0 && (
        <ul className="run-problems">
          {run.problems.map(({ code, at, count, detail }) => (
            <li key={`${code}${at}`}>
              {wordsOfProblem(code)[language]}
              {words.times(count)}
              {detail !== '' && <span className="quiet"> {detail}</span>}
            </li>
          ))}
        </ul>
      )}
      <RefusalNote error={move.error} />
    </>
  );
}
