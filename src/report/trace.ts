/**
 * From a number down to the answers behind it. A reference names what stands on the page; its key is what a page
 * address or an anchor carries.
 */
import type { CodeId, PriorityId, QuestionId, ThemeId } from '../study/ids.ts';

/** One value of one attribute, as in a breakdown; the empty value stands for "not known". */
export interface EvidenceGroup {
  attribute: string;
  value: string;
}

export type EvidenceRef =
  | { kind: 'answers'; question: QuestionId }
  | { kind: 'theme'; theme: ThemeId; question: QuestionId; group?: EvidenceGroup }
  | { kind: 'code'; code: CodeId; question: QuestionId }
  | {
      kind: 'pair';
      left: { question: QuestionId; theme: ThemeId };
      right: { question: QuestionId; theme: ThemeId };
    }
  | { kind: 'priority'; priority: PriorityId; group?: EvidenceGroup }
  | { kind: 'goes-with'; priority: PriorityId; question: QuestionId; theme: ThemeId }
  | { kind: 'claim'; theme: ThemeId; list: 'narrative' | 'negativeCases'; index: number };

/** A stable key of the reference, fit for page addresses: `theme/q1/T1`, `theme/q1/T1/role/resident`. */
export function refKey(ref: EvidenceRef): string {
  return partsOf(ref).map(encodeURIComponent).join('/');
}

function partsOf(ref: EvidenceRef): string[] {
  switch (ref.kind) {
    case 'answers':
      return [ref.kind, ref.question];
    case 'theme':
      return [ref.kind, ref.question, ref.theme, ...groupParts(ref.group)];
    case 'code':
      return [ref.kind, ref.question, ref.code];
    case 'pair':
      return [ref.kind, ref.left.question, ref.left.theme, ref.right.question, ref.right.theme];
    case 'priority':
      return [ref.kind, ref.priority, ...groupParts(ref.group)];
    case 'goes-with':
      return [ref.kind, ref.priority, ref.question, ref.theme];
    case 'claim':
      return [ref.kind, ref.theme, ref.list, String(ref.index)];
  }
}

function groupParts(group: EvidenceGroup | undefined): string[] {
  return group === undefined ? [] : [group.attribute, group.value];
}
