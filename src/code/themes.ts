/**
 * Themes as the team builds them: codes gathered under a name, a narrative whose claims cite codings, negative cases.
 * Each save is a version; who saves names the version that they edited. Who codes blind builds no themes meanwhile.
 */
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import { latestThemes, livingAmong } from '../store/living-rows.ts';
import type { ThemeVersionTable } from '../store/tables.ts';
import type { CoderAtWork } from './at-work.ts';
import { latestCodebook } from './codebook.ts';
import { type ThemeEdit, ThemeVersion, WorkingTheme } from './model.ts';
import { readStudy } from './read-study.ts';
import { blindNow, themeChanged, themeWrong } from './refusals.ts';
import { isBlind, type SightNow, seesWith, sightOf } from './visible-codings.ts';

/** In their order, each with the claims that rest on codings that the caller may see. */
export async function visibleThemes(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
): Promise<ThemeVersion[]> {
  const rows = await latestThemes(store, studyId);
  const themes = rows.map((row) => ({ row, theme: WorkingTheme.parse(JSON.parse(row.document)) }));
  const cited = [...new Set(themes.flatMap(({ theme }) => codingsCited(theme)))];
  const living = await livingAmong(store, studyId, cited);
  const standing = new Set(living.map(({ coding }) => coding));
  const visible = new Set(living.filter(seesWith(sight)).map(({ coding }) => coding));
  const limited = sight.sight !== 'everything';
  return themes.map(({ row, theme }) => {
    const shown = limited ? withClaimsOn(theme, visible) : theme;
    const missing = codingsCited(shown).filter((coding) => !standing.has(coding));
    return themeVersion(row, shown, [...new Set(missing)]);
  });
}

function codingsCited({ narrative, negativeCases }: WorkingTheme) {
  return [...narrative, ...negativeCases].flatMap(({ codings }) => codings);
}

/** A claim's words may quote what it cites, so one that cites anything else is left out whole. */
function withClaimsOn(theme: WorkingTheme, visible: ReadonlySet<string>): WorkingTheme {
  const seen = (claims: WorkingTheme['narrative']) =>
    claims.filter(({ codings }) => codings.every((coding) => visible.has(coding)));
  return { ...theme, narrative: seen(theme.narrative), negativeCases: seen(theme.negativeCases) };
}

function themeVersion(
  row: Omit<ThemeVersionTable, 'document'>,
  theme: WorkingTheme,
  missing: WorkingTheme['narrative'][number]['codings'],
): ThemeVersion {
  return ThemeVersion.parse({
    version: row.version,
    position: row.position,
    theme,
    by: row.recorded_by,
    recordedAt: row.recorded_at,
    missing,
  });
}

/** Keeps an edit as the next version; null where the theme was taken away. Sent again it is answered as before. @throws Refusal */
export async function saveTheme(
  store: Store,
  by: CoderAtWork,
  id: string,
  edit: ThemeEdit,
): Promise<ThemeVersion | null> {
  return record(store, by, async ({ transaction, did, tell }) => {
    if (isBlind(await sightOf(transaction, by))) throw blindNow();
    const last = await transaction
      .selectFrom('theme_versions')
      .selectAll()
      .where('study_id', '=', by.studyId)
      .where('theme', '=', id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const document = edit.theme === null ? null : JSON.stringify({ ...edit.theme, id });
    const isAgain =
      last !== undefined &&
      last.version === edit.expected + 1 &&
      last.document === document &&
      last.position === edit.position &&
      last.recorded_by === by.coder;
    if (!isAgain) {
      if ((last?.version ?? 0) !== edit.expected) throw themeChanged(last && themeOf(last));
      if (edit.theme !== null) await checkTheme(transaction, by, edit.theme);
    }
    const row: ThemeVersionTable = {
      study_id: by.studyId,
      theme: id,
      version: edit.expected + 1,
      position: edit.position,
      document,
      recorded_by: by.coder,
      recorded_at: isAgain ? last.recorded_at : by.now,
    };
    if (!isAgain) {
      await transaction.insertInto('theme_versions').values(row).execute();
      did(document === null ? 'theme taken away' : 'theme written', id, { ...edit });
      tell({ kind: 'theme', id });
    }
    return themeOf(row);
  });
}

function themeOf({ document, ...row }: ThemeVersionTable): ThemeVersion | null {
  return document === null ? null : themeVersion(row, WorkingTheme.parse(JSON.parse(document)), []);
}

/** @throws Refusal where it names what is not there */
async function checkTheme(store: Store, { studyId }: CoderAtWork, theme: WorkingTheme): Promise<void> {
  const { questions } = await readStudy(store, studyId);
  const { codes } = await latestCodebook(store, studyId);
  const question = theme.questions.find((one) => !questions.some(({ id }) => id === one));
  const code = theme.codes.find((one) => !codes.some(({ id }) => id === one));
  const cited = codingsCited(theme);
  const living = new Set((await livingAmong(store, studyId, cited)).map(({ coding }) => coding));
  const coding = cited.find((one) => !living.has(one));
  const unknown = question ?? code ?? coding;
  if (unknown === undefined) return;
  throw themeWrong({
    ko: `${unknown}: 이 연구에 없거나 지워진 것을 가리킵니다. 그것을 빼고 다시 저장해 주십시오`,
    en: `${unknown}: the theme names what is not in the study, or no longer; take it out and save again`,
  });
}
