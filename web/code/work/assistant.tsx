/** What a language model proposed for this answer, with the words it quotes; asked only when a person presses the button. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerPlace, AssistedCoding } from '../../../src/code/suggestion-model.ts';
import { CodeLabel } from '../../kit/code-label.tsx';
import { Refusal } from '../../kit/http.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { askAssistant, assistantQuery } from './api.ts';
import { workWords } from './words.ts';

interface AssistantProps {
  here: AnswerPlace;
  nameOf: (code: string) => string;
  colourOf: (code: string) => number;
  onTake: (coding: AssistedCoding) => void;
}

/** Shown where the study has the model switched on and the pass is not blind. */
export function Assistant({ here, nameOf, colourOf, onTake }: AssistantProps) {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const query = assistantQuery(study, here);
  const { data: reply, error } = useQuery({ ...query, retry: false });
  const ask = useMutation({
    mutationFn: () => askAssistant(study, here),
    onSuccess: (answered) => queries.setQueryData(query.queryKey, answered),
  });
  if (error instanceof Refusal && error.status === 409) return null;
  const wasAsked = reply !== undefined && reply.askedAt !== null;
  return (
    <section className="work-hints" aria-label={words.model}>
      <button type="button" className="button" onClick={() => ask.mutate()} disabled={ask.isPending}>
        {ask.isPending ? words.asking : wasAsked ? words.askAgain : words.askModel}
      </button>
      <RefusalNote error={ask.error} />
      {wasAsked && (
        <>
          <h2>
            {words.model} <span className="quiet">{reply.codings[0]?.model}</span>
          </h2>
          {reply.codings.length === 0 && <p className="quiet">{words.modelNothing}</p>}
          <ol>
            {reply.codings.map((coding) => (
              <li key={coding.id}>
                <button type="button" onClick={() => onTake(coding)} data-assisted={coding.id}>
                  <CodeLabel name={nameOf(coding.code)} colour={colourOf(coding.code)} polarity={null} />
                  <q>{coding.span.quote}</q>
                </button>
              </li>
            ))}
          </ol>
          {reply.discarded > 0 && <p className="quiet">{words.discarded(reply.discarded)}</p>}
        </>
      )}
    </section>
  );
}
