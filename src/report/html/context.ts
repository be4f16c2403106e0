/** What every chapter of a report is given, and where the evidence that its numbers cite is gathered. */

import type { Language } from '../../study/localised.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import { type Messages, messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { type Names, namesOf } from '../names.ts';
import { type EvidenceRef, refKey } from '../trace.ts';

export interface ReportContext {
  snapshot: StudySnapshot;
  analysis: Analysis;
  language: Language;
  m: Messages;
  names: Names;
  /** The address of the evidence behind a number; the report then contains it. */
  cite(ref: EvidenceRef): string;
  /** What was cited, in the order of first citation. */
  cited: ReadonlyMap<string, EvidenceRef>;
  /** Counts figures and tables as the chapters are written. */
  next: { figure: number; table: number };
}

export function reportContext(
  snapshot: StudySnapshot,
  analysis: Analysis,
  language: Language,
): ReportContext {
  const cited = new Map<string, EvidenceRef>();
  return {
    snapshot,
    analysis,
    language,
    m: messagesIn(language),
    names: namesOf(snapshot, language),
    cite(ref) {
      const key = refKey(ref);
      if (!cited.has(key)) cited.set(key, ref);
      return `#${evidenceId(key)}`;
    },
    cited,
    next: { figure: 0, table: 0 },
  };
}

/** The anchor of the evidence with this key. */
export function evidenceId(key: string): string {
  return `evidence-${key}`;
}
