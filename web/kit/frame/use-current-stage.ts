/** Which stage's page is shown. */
import { useMatchRoute } from '@tanstack/react-router';
import { useStudySlug } from '../study.ts';
import { type Stage, stagePaths, stages } from './stages.ts';

export function useCurrentStage(): Stage | undefined {
  const study = useStudySlug();
  const matches = useMatchRoute();
  return stages.find((stage) =>
    matches({ to: stagePaths[stage], params: { study }, fuzzy: stage !== 'overview' }),
  );
}
