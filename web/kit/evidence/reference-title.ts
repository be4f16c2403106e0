/** What the drawer is about, in words. */
import type { Names } from '../../../src/report/names.ts';
import type { EvidenceGroup, EvidenceRef } from '../../../src/report/trace.ts';
import type { Messages } from '../../messages/en.ts';

export function referenceTitle(ref: EvidenceRef, names: Names, words: Messages): string {
  switch (ref.kind) {
    case 'answers':
      return names.question(ref.question);
    case 'theme':
      return `${names.theme(ref.theme)}${inGroup(ref.group, names, words)}`;
    case 'code':
      return names.code(ref.code);
    case 'pair':
      return `${names.theme(ref.left.theme)} ↔ ${names.theme(ref.right.theme)}`;
    case 'priority':
      return `${names.priority(ref.priority)}${inGroup(ref.group, names, words)}`;
    case 'goes-with':
      return `${names.theme(ref.theme)} ↔ ${names.priority(ref.priority)}`;
    case 'claim':
      return names.theme(ref.theme);
  }
}

function inGroup(group: EvidenceGroup | undefined, names: Names, words: Messages): string {
  if (group === undefined) return '';
  return ` · ${group.value === '' ? words.unknown : names.value(group.attribute, group.value)}`;
}
