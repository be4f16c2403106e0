/** The tables of the external documents: queries, runs, records as their sources gave them, groups, doubtful pairs. */

export type SourceName =
  | 'europepmc'
  | 'pubmed'
  | 'crossref'
  | 'openalex'
  | 'clinicaltrials'
  | 'openfda'
  | 'arxiv'
  | 'medrxiv'
  | 'feed';

/** `settings` is JSON, parsed by the source that it belongs to. */
export interface ScanQueryTable {
  study_id: string;
  query: string;
  source: SourceName;
  label: string;
  settings: string;
  switched_on: 0 | 1;
  every: 'by hand' | 'day' | 'week';
  changed_by: string;
  changed_at: string;
}

/** `query` is null where a file was read. What a query has covered so far is told by its finished runs. */
export interface ScanRunTable {
  study_id: string;
  run: string;
  query: string | null;
  source: SourceName | 'file';
  file_name: string | null;
  settings: string;
  /** The span of time that the run asks for: UTC days, or null for all that there is. */
  covers_from: string | null;
  covers_until: string | null;
  state: 'running' | 'finished' | 'stopped' | 'failed';
  cursor: string | null;
  attempt: number;
  expected: number | null;
  received: number;
  fresh: number;
  problems: string;
  started_at: string;
  /** When the run was last known to be at work. */
  beat_at: string;
  ended_at: string | null;
  account_id: string;
}

/** A record that changed at its source is a new row, which names the one that it supersedes. */
export interface ScanSourceRecordTable {
  study_id: string;
  source_record: string;
  run: string;
  source: SourceName | 'file';
  source_key: string;
  record: string;
  content_hash: string;
  folded: string;
  received_at: string;
  supersedes: string | null;
}

export interface ScanBlockTable {
  study_id: string;
  block: string;
  source_record: string;
}

/** What a person screens; its source records are its living members. Without any it was joined to another. */
export interface ScanRecordTable {
  study_id: string;
  record: string;
  created_at: string;
}

/** Living while `ended_at` is null; a source record has one living membership at most. */
export interface ScanMemberTable {
  study_id: string;
  member: string;
  record: string;
  source_record: string;
  by: 'rules' | 'person';
  pair: string | null;
  came_from: string | null;
  account_id: string | null;
  at: string;
  ended_at: string | null;
}

export interface ScanPairTable {
  study_id: string;
  pair: string;
  left_source_record: string;
  right_source_record: string;
  state: 'open' | 'same' | 'different';
  made_at: string;
  account_id: string | null;
  decided_at: string | null;
}
