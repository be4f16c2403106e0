/** How high a block will be, near enough for the length of the page before the browser has laid it out. */

const EMS_A_LINE = 32;
const LINE_REM = 1.0625 * 2.1;

/** In rem. A Hangul syllable is an em wide, a Latin letter about half. */
export function blockHeight(text: string): number {
  const lines = text.replace(/\n$/, '').split('\n');
  const broken = lines.map((line) => {
    const wide = line.match(/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3]/g)?.length ?? 0;
    return Math.max(1, Math.ceil((wide + (line.length - wide) / 2) / EMS_A_LINE));
  });
  return LINE_REM * broken.reduce((sum, count) => sum + count, 0);
}
