/** What the theme board asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { CodingList, type ThemeEdit, ThemeVersion, WorkingCoding } from '../../src/code/model.ts';
import type { ThemeId } from '../../src/study/ids.ts';
import { get, send, studyAddress, tell } from '../kit/http.ts';

export const themesQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'themes'],
    queryFn: () => get(`${studyAddress(study)}/themes`, z.array(ThemeVersion)),
  });

const MOST_CODINGS = 1000;

/** The living codings of a code, newest first. */
export const codingsOfCodeQuery = (study: string, code: string) =>
  queryOptions({
    queryKey: ['study', study, 'examples', 'of code', code],
    queryFn: () => {
      const query = new URLSearchParams({ code, count: String(MOST_CODINGS) });
      return get(`${studyAddress(study)}/codings?${query}`, CodingList);
    },
  });

/** One coding, taken back or not. */
export const codingQuery = (study: string, coding: string) =>
  queryOptions({
    queryKey: ['study', study, 'examples', 'coding', coding],
    queryFn: () => get(`${studyAddress(study)}/codings/${encodeURIComponent(coding)}`, WorkingCoding),
  });

const themeAddress = (study: string, theme: string) =>
  `${studyAddress(study)}/themes/${encodeURIComponent(theme)}`;

export const saveTheme = (study: string, theme: ThemeId, edit: ThemeEdit) =>
  send('PUT', themeAddress(study, theme), edit, ThemeVersion);

export const takeThemeAway = (study: string, { theme, version, position }: ThemeVersion) =>
  tell('PUT', themeAddress(study, theme.id), { expected: version, position, theme: null });
