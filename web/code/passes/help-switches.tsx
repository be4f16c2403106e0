/** Which help coders get: hints from the team's own decisions, and a language model where one is configured. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AssistantState, StudySettings } from '../../../src/code/suggestion-model.ts';
import { grouped } from '../../../src/report/format.ts';
import { get, send, studyAddress } from '../../kit/http.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { passesWords } from './words.ts';

export function HelpSwitches() {
  const words = passesWords[useLanguage().language].help;
  const study = useStudySlug();
  const queries = useQueryClient();
  const queryKey = ['study', study, 'settings'];
  const { data: settings } = useQuery({
    queryKey,
    queryFn: () => get(`${studyAddress(study)}/settings`, StudySettings),
  });
  const { data: model } = useQuery({
    queryKey: [...queryKey, 'assistant'],
    queryFn: () => get(`${studyAddress(study)}/assistant/state`, AssistantState),
  });
  const change = useMutation({
    mutationFn: (wanted: StudySettings) =>
      send('PUT', `${studyAddress(study)}/settings`, wanted, StudySettings),
    onSuccess: (kept) => queries.setQueryData(queryKey, kept),
  });
  if (settings === undefined || model === undefined) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <div className="form">
        <fieldset className="field options">
          <legend>{words.notBlind}</legend>
          <label>
            <input
              type="checkbox"
              checked={settings.suggestions}
              onChange={({ target }) => change.mutate({ ...settings, suggestions: target.checked })}
            />
            <span>
              {words.hints} <span className="quiet">{words.hintsHow}</span>
            </span>
          </label>
          <label>
            <input
              type="checkbox"
              checked={settings.assistant}
              disabled={!model.configured}
              onChange={({ target }) => change.mutate({ ...settings, assistant: target.checked })}
            />
            <span>
              {words.model}{' '}
              <span className="quiet">
                {model.configured ? words.modelHow(model.model ?? '') : words.modelMissing}
              </span>
            </span>
          </label>
        </fieldset>
        {model.asked > 0 && (
          <p className="quiet">
            {words.modelSoFar(grouped(model.asked), grouped(model.suggested), grouped(model.discarded))}
          </p>
        )}
        <RefusalNote error={change.error} />
      </div>
    </section>
  );
}
