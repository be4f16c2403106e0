/** Codes that the answer may carry, from what the team decided before; nobody asks for them in an independent pass. */
import { useQuery } from '@tanstack/react-query';
import type { WorkingPass } from '../../../src/code/model.ts';
import type { AnswerPlace, Suggestions } from '../../../src/code/suggestion-model.ts';
import { useStudySlug } from '../../kit/study.ts';
import { suggestionsQuery } from './api.ts';

export function useHints(here: AnswerPlace, pass: WorkingPass): Suggestions | undefined {
  const study = useStudySlug();
  const isBlind = pass.kind === 'independent';
  const { data } = useQuery({ ...suggestionsQuery(study, here), enabled: !isBlind });
  return isBlind ? { state: 'off', reason: 'independent pass' } : data;
}
