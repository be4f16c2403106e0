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

/** The reference that `refKey` made the key from, or null where the key names nothing. */
export function parseRefKey(key: string): EvidenceRef | null {
  const parsed = refOf(decoded(key.split('/')));
  return parsed === null || refKey(parsed) !== key ? null : parsed;
}

function refOf([kind, ...rest]: string[]): EvidenceRef | null {
  // Ids come as text: a key that names what the study does not have finds nothing and does no harm.
  const [first = '', second = '', third = '', fourth = ''] = rest;
  const group = (attribute: string | undefined, value: string | undefined) =>
    attribute === undefined || value === undefined ? {} : { group: { attribute, value } };
  switch (kind) {
    case 'answers':
      return { kind, question: first as QuestionId };
    case 'theme':
      return { kind, question: first as QuestionId, theme: second as ThemeId, ...group(rest[2], rest[3]) };
    case 'code':
      return { kind, question: first as QuestionId, code: second as CodeId };
    case 'pair':
      return {
        kind,
        left: { question: first as QuestionId, theme: second as ThemeId },
        right: { question: third as QuestionId, theme: fourth as ThemeId },
      };
    case 'priority':
      return { kind, priority: first as PriorityId, ...group(rest[1], rest[2]) };
    case 'goes-with':
      return { kind, priority: first as PriorityId, question: second as QuestionId, theme: third as ThemeId };
    case 'claim':
      if (second !== 'narrative' && second !== 'negativeCases') return null;
      return { kind, theme: first as ThemeId, list: second, index: Number(third) };
    default:
      return null;
  }
}

function decoded(parts: readonly string[]): string[] {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return [];
  }
}
