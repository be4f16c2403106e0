/** A signal as it is being written: both languages at hand, either of which may stay empty. Pure. */
import type { ExternalSignal, SignalContent, SignalKind } from '../../../src/scan/signals/model.ts';
import type { Language, Localised } from '../../../src/study/localised.ts';

export interface Draft {
  id: string;
  /** The version that it goes on from, 0 for a new one. */
  expected: number;
  kind: SignalKind;
  label: Record<Language, string>;
  statement: Record<Language, string>;
  records: string[];
}

export function newDraft(id: string, records: readonly string[]): Draft {
  const nothing = { ko: '', en: '' };
  return { id, expected: 0, kind: 'weak signal', label: nothing, statement: nothing, records: [...records] };
}

export function draftOf({ id, version, kind, label, statement, records }: ExternalSignal): Draft {
  const both = ({ ko = '', en = '' }: Localised) => ({ ko, en });
  return { id, expected: version, kind, label: both(label), statement: both(statement), records };
}

/** Null where neither language has a name and a statement, or no record is gathered. */
export function contentOf({ kind, label, statement, records }: Draft): SignalContent | null {
  const [name, said] = [written(label), written(statement)];
  if (name === null || said === null || records.length === 0) return null;
  return { kind, label: name, statement: said, records };
}

function written(words: Record<Language, string>): Localised | null {
  const [ko, en] = [words.ko.trim(), words.en.trim()];
  if (ko === '' && en === '') return null;
  return { ...(ko === '' ? {} : { ko }), ...(en === '' ? {} : { en }) };
}
