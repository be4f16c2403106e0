/** The tables of what people make of external documents: screening decisions, settlements, appraisals, signals. */

/** `scan_lists`: the versions of a study's lists, reasons for exclusion and criteria of relevance; the highest stands. */
export interface ScanListTable {
  study_id: string;
  list: 'reasons' | 'criteria';
  version: number;
  document: string;
  recorded_by: string;
  recorded_at: string;
}

/** Of a screener's decisions on a record the one that nothing supersedes stands. */
export interface ScreeningTable {
  study_id: string;
  screening: string;
  record: string;
  screener: string;
  decision: 'include' | 'exclude' | 'unsure' | 'taken back';
  reason: string | null;
  note: string;
  /** How the record came before the screener; estimates of recall rest on it. */
  drawn: 'random' | 'ranked' | 'chosen';
  recorded_at: string;
  supersedes: string | null;
}

/** Of a record's settlements the one that nothing supersedes stands. */
export interface SettlementTable {
  study_id: string;
  settlement: string;
  record: string;
  decision: 'include' | 'exclude';
  reason: string | null;
  note: string;
  settled_by: string;
  recorded_at: string;
  supersedes: string | null;
}

/** The highest version stands; `content` is JSON. */
export interface AppraisalTable {
  study_id: string;
  record: string;
  version: number;
  content: string;
  recorded_by: string;
  recorded_at: string;
}

/** The highest version stands; without a document the signal was taken away. */
export interface ExternalSignalTable {
  study_id: string;
  signal: string;
  version: number;
  document: string | null;
  recorded_by: string;
  recorded_at: string;
}
