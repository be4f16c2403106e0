/** One spelling for finding: composed, of one case, without white space, so that 망상강화 finds 망상 강화. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}
