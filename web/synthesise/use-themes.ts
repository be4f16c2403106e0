/** The themes being built, and changing them so that nobody's change is lost. */
import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ThemeVersion, type WorkingTheme } from '../../src/code/model.ts';
import type { ThemeId } from '../../src/study/ids.ts';
import { Refusal } from '../kit/http.ts';
import { analysisQuery, studyQuery } from '../kit/queries.ts';
import { useStudySlug } from '../kit/study.ts';
import { saveTheme, takeThemeAway, themesQuery } from './api.ts';
import { type CodeMove, changesOf, reordered } from './board-moves.ts';

/** A change that holds on whatever others wrote meanwhile is tried this often before the person is asked. */
const TRIES = 4;

export function useThemes() {
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data: themes } = useSuspenseQuery(themesQuery(study));
  const [error, setError] = useState<Error | null>(null);

  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
        setError(null);
      } catch (cause) {
        setError(cause instanceof Error ? cause : new Error(String(cause)));
        await queries.invalidateQueries({ queryKey: themesQuery(study).queryKey });
      }
      forgetCounts(queries, study);
    },
    [queries, study],
  );

  const actions = useMemo(
    () => ({
      move: (move: CodeMove) =>
        attempt(async () => {
          const changes = changesOf(move);
          for (const { theme, change } of changes) showAtOnce(queries, study, theme, change);
          for (const { theme, change } of changes) await changeTheme(queries, study, theme, change);
        }),
      shift: (theme: ThemeId, step: 1 | -1) =>
        attempt(async () => {
          const now = queries.getQueryData(themesQuery(study).queryKey) ?? [];
          for (const { version, position } of reordered(now, theme, step)) {
            const edit = { expected: version.version, position, theme: version.theme };
            keep(queries, study, await saveTheme(study, version.theme.id, edit));
          }
        }),
      takeAway: (version: ThemeVersion) =>
        attempt(async () => {
          await takeThemeAway(study, version);
          await queries.invalidateQueries({ queryKey: themesQuery(study).queryKey });
        }),
      /** @throws Refusal, `theme changed` where somebody was faster */
      save: async (theme: WorkingTheme, { expected, position }: { expected: number; position: number }) => {
        const saved = await saveTheme(study, theme.id, { expected, position, theme });
        keep(queries, study, saved);
        forgetCounts(queries, study);
        return saved;
      },
    }),
    [attempt, queries, study],
  );
  return { themes, error, ...actions };
}

export type ThemeActions = Omit<ReturnType<typeof useThemes>, 'themes' | 'error'>;

function keep(queries: QueryClient, study: string, saved: ThemeVersion): void {
  queries.setQueryData(themesQuery(study).queryKey, (themes = []) =>
    [...themes.filter(({ theme }) => theme.id !== saved.theme.id), saved].toSorted(
      (a, b) => a.position - b.position || (a.theme.id < b.theme.id ? -1 : 1),
    ),
  );
}

/** Before the server has answered: a card does not wait on its way. */
function showAtOnce(
  queries: QueryClient,
  study: string,
  id: ThemeId,
  change: (theme: WorkingTheme) => WorkingTheme,
): void {
  queries.setQueryData(themesQuery(study).queryKey, (themes = []) =>
    themes.map((version) =>
      version.theme.id === id ? { ...version, theme: change(version.theme) } : version,
    ),
  );
}

/** Makes a change that does not depend on what else stands in the theme; another's change in between is kept. */
async function changeTheme(
  queries: QueryClient,
  study: string,
  id: ThemeId,
  change: (theme: WorkingTheme) => WorkingTheme,
): Promise<void> {
  let version = queries.getQueryData(themesQuery(study).queryKey)?.find(({ theme }) => theme.id === id);
  for (let tries = 1; version !== undefined; tries++) {
    const { version: expected, position, theme } = version;
    try {
      return keep(queries, study, await saveTheme(study, id, { expected, position, theme: change(theme) }));
    } catch (error) {
      version = tries < TRIES ? standingInstead(error) : undefined;
      if (version === undefined) throw error;
    }
  }
}

/** What stands where a change was refused because somebody was faster. */
export function standingInstead(error: unknown): ThemeVersion | undefined {
  if (!(error instanceof Refusal) || error.code !== 'theme changed') return undefined;
  const found = ThemeVersion.safeParse(error.current);
  return found.success ? found.data : undefined;
}

/** Names and counts follow the themes. */
function forgetCounts(queries: QueryClient, study: string): void {
  void queries.invalidateQueries({ queryKey: studyQuery(study).queryKey, exact: true });
  void queries.invalidateQueries({ queryKey: analysisQuery(study).queryKey });
}
