/** What a new version of the codebook must hold to. Pure. */

import type { Codebook, Study } from '../study/model.ts';
import { snapshotDefects } from '../study/snapshot-defects.ts';
import type { CodebookChange } from './model.ts';

type Problem = { ko: string; en: string };

/** The first thing wrong with the version, or null. */
export function codebookProblem(
  study: Study,
  before: Codebook,
  after: Codebook,
  changes: readonly CodebookChange[],
): Problem | null {
  return (
    problemInItself(study, after) ??
    problemWithCodesLeftOut(before, after) ??
    problemWithChanges(before, after, changes)
  );
}

function problemInItself(study: Study, codebook: Codebook): Problem | null {
  const alone = { participants: [], answers: [], assignments: null, codings: [], themes: [], priorities: [] };
  const [defect] = snapshotDefects({ format: 1, study, codebook, ...alone }, (_, [, at, field]) => ({
    file: '',
    column: [codebook.codes[Number(at)]?.id, field].join(' '),
  }));
  if (defect === undefined) return null;
  // What is expected speaks of files, which nobody has before them here.
  const [[ko], [en]] = [defect.words.ko, defect.words.en];
  return { ko: `${defect.column}: ${ko}`, en: `${defect.column}: ${en}` };
}

/** Codings cite codes, so a code that was there stays: retired, where it is no longer to be used. */
function problemWithCodesLeftOut(before: Codebook, after: Codebook): Problem | null {
  const there = new Set(after.codes.map(({ id }) => id));
  const missing = before.codes.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  if (missing.length === 0) return null;
  const list = missing.join(', ');
  return {
    ko: `${list}: 코드를 지울 수는 없습니다. 더 쓰지 않을 코드는 폐기로 표시해 주십시오`,
    en: `${list}: a code cannot be left out; mark as retired what is no longer to be used`,
  };
}

function problemWithChanges(
  before: Codebook,
  after: Codebook,
  changes: readonly CodebookChange[],
): Problem | null {
  const were = new Set(before.codes.map(({ id }) => id));
  const now = new Map(after.codes.map((code) => [code.id, code.retired === true]));
  for (const { kind, from, to } of changes) {
    const unknown = from.find((code) => !were.has(code));
    if (unknown !== undefined) {
      return {
        ko: `${unknown}: 앞 판에 없는 코드는 나누거나 합치거나 폐기할 수 없습니다`,
        en: `${unknown}: a code that was not in the version before cannot be split, merged or retired`,
      };
    }
    const unusable = to.find((code) => now.get(code) !== false);
    if (unusable !== undefined) {
      return {
        ko: `${unusable}: 나누거나 합쳐서 쓸 코드는 새 판에 있고 폐기되지 않아야 합니다`,
        en: `${unusable}: what a code is split or merged into must be in the new version and not retired`,
      };
    }
    const kept = from.find((code) => !to.includes(code) && kind !== 'split' && now.get(code) !== true);
    if (kept !== undefined) {
      return {
        ko: `${kept}: 합치거나 폐기한 코드는 새 판에서 폐기로 표시해야 합니다`,
        en: `${kept}: a code that was merged into another or retired must be marked as retired`,
      };
    }
  }
  return null;
}

/** The changes as declared, and a plain retirement for each code that was retired without one. */
export function allChanges(
  before: Codebook,
  after: Codebook,
  declared: readonly CodebookChange[],
): CodebookChange[] {
  const told = new Set(declared.flatMap(({ from }) => from));
  const usedBefore = new Set(before.codes.filter(({ retired }) => retired !== true).map(({ id }) => id));
  const untold = after.codes.filter(
    ({ id, retired }) => retired === true && usedBefore.has(id) && !told.has(id),
  );
  return [...declared, ...untold.map(({ id }) => ({ kind: 'retire' as const, from: [id], to: [] }))];
}
