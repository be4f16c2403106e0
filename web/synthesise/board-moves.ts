/** What moving codes and columns on the board does to themes. Pure. */
import type { ThemeVersion, WorkingTheme } from '../../src/code/model.ts';
import type { CodeId, ThemeId } from '../../src/study/ids.ts';

/** Where a code stands on the board; null is with the codes that no theme has. */
export type Column = ThemeId | null;

export interface CodeMove {
  code: CodeId;
  from: Column;
  to: Column;
  /** The code stays where it is as well. */
  keep?: boolean;
}

type ThemeChange = (theme: WorkingTheme) => WorkingTheme;

/** The changes that a move makes; each holds whatever else was changed in the theme meanwhile. */
export function changesOf({ code, from, to, keep }: CodeMove): { theme: ThemeId; change: ThemeChange }[] {
  if (from === to) return [];
  return [
    ...(to === null ? [] : [{ theme: to, change: withCode(code) }]),
    ...(from === null || keep ? [] : [{ theme: from, change: withoutCode(code) }]),
  ];
}

const withCode =
  (code: CodeId): ThemeChange =>
  (theme) =>
    theme.codes.includes(code) ? theme : { ...theme, codes: [...theme.codes, code] };

const withoutCode =
  (code: CodeId): ThemeChange =>
  (theme) => ({ ...theme, codes: theme.codes.filter((one) => one !== code) });

/** The themes whose place differs once one of them has moved by `step` columns, with their new places. */
export function reordered(
  themes: readonly ThemeVersion[],
  moved: ThemeId,
  step: 1 | -1,
): { version: ThemeVersion; position: number }[] {
  const at = themes.findIndex(({ theme }) => theme.id === moved);
  const [one, other] = [themes[at], themes[at + step]];
  if (one === undefined || other === undefined) return [];
  const order = themes.with(at, other).with(at + step, one);
  return order
    .map((version, position) => ({ version, position }))
    .filter(({ version, position }) => version.position !== position);
}

/** Codes of the codebook that no theme has. */
export function unassigned<Code extends { id: CodeId; retired?: boolean | undefined }>(
  codes: readonly Code[],
  themes: readonly ThemeVersion[],
): Code[] {
  const taken = new Set(themes.flatMap(({ theme }) => theme.codes));
  return codes.filter(({ id, retired }) => !retired && !taken.has(id));
}
