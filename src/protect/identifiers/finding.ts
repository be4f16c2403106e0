/** What every detector of identifiers gives, and how most of them look: a pattern and a test of what it found. */

export const identifierKinds = [
  'resident-registration-number',
  'foreigner-registration-number',
  'social-security-number',
  'passport-number',
  'driver-licence-number',
  'card-number',
  'medical-record-number',
  'phone-number',
  'email',
  'url',
  'social-handle',
  'date',
  'age-over-89',
  'age-sex-place',
  'person-name',
  'hospital',
  'organisation',
  'address',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** `[start, end)` in UTF-16 units of the text that the detector was given. */
export interface Found {
  kind: IdentifierKind;
  start: number;
  end: number;
  /** False where only context or likeness speaks for it. */
  sure: boolean;
}

export type Detector = (text: string) => Iterable<Found>;

interface Rule {
  kind: IdentifierKind;
  /** Global. Where it has a group named `it`, only that part is the identifier. */
  pattern: RegExp;
  sure?: boolean;
  /** What was matched and what follows it; false where it is none. */
  unless?: (match: string, after: string) => boolean;
}

/** A detector of everything that `pattern` matches and `unless` lets pass. */
export function byPattern({ kind, pattern, sure = true, unless }: Rule): Detector {
  return function* detect(text) {
    for (const match of text.matchAll(pattern)) {
      const it = match.groups?.it ?? match[0];
      const start = match.index + match[0].indexOf(it);
      const end = start + it.length;
      if (it === '' || unless?.(it, text.slice(end, end + 20))) continue;
      yield { kind, start, end, sure };
    }
  };
}
