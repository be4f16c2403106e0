/** The study that the address names, as pages under it read it. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Names, namesOf } from '../../src/report/names.ts';
import type { StudyOutline } from './api.ts';
import { useLanguage } from './language.tsx';
import { analysisQuery, studyQuery } from './queries.ts';

export function useStudySlug(): string {
  return useParams({ from: '/studies/$study' }).study;
}

/** The study without anybody's answers; the route has waited for it. */
export function useStudy(): StudyOutline {
  return useSuspenseQuery(studyQuery(useStudySlug())).data;
}

/** The analysis; suspends while the server computes it. */
export function useAnalysis() {
  return useSuspenseQuery(analysisQuery(useStudySlug())).data;
}

/** The analysis where a page has asked for it, for parts that stand without it. */
export function useAnalysisIfReady() {
  return useQuery({ ...analysisQuery(useStudySlug()), enabled: false }).data;
}

/** What ids are called, in the language of the screen. */
export function useNames(): Names {
  const outline = useStudy();
  const { language } = useLanguage();
  return useMemo(() => namesOf(outline, language), [outline, language]);
}
