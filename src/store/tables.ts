/**
 * The tables as TypeScript sees them. Every key begins with `study_id`, so that PostgreSQL can be sharded by study.
 * Documents (study, codebook, themes, priorities) are JSON text: they are read and written whole, on both databases.
 */

import type { Coding, ConsentScope, Pass, Polarity, Standing } from '../study/model.ts';
import type {
  AccountTable,
  AssistantMessageTable,
  AssistedCodingTable,
  AuditHeadTable,
  AuditTable,
  IdentityTable,
  InvitationTable,
  MembershipTable,
  OrganisationSignInTable,
  PasswordTable,
  SignInFailureTable,
  StudySettingsTable,
  TokenTable,
} from './people-tables.ts';
import type {
  ScanBlockTable,
  ScanMemberTable,
  ScanPairTable,
  ScanQueryTable,
  ScanRecordTable,
  ScanRunTable,
  ScanSourceRecordTable,
} from './scan-tables.ts';
import type {
  AppraisalTable,
  ExternalSignalTable,
  ScanListTable,
  ScreeningTable,
  SettlementTable,
} from './screening-tables.ts';

export interface StudyTable {
  study_id: string;
  slug: string;
  document: string;
  recorded_at: string;
}

export interface ParticipantTable {
  study_id: string;
  participant: string;
  language: 'ko' | 'en';
  consent: ConsentScope;
  withdrawn: string | null;
  attributes: string;
}

export interface AnswerTable {
  study_id: string;
  participant: string;
  question: string;
  wave: string;
  text: string;
  original: string | null;
  standing: Standing;
  text_hash: string;
}

/** `changes` is JSON: what was split, merged or retired since the version before. */
export interface CodebookTable {
  study_id: string;
  version: number;
  document: string;
  recorded_at: string;
  note: string;
  recorded_by: string | null;
  changes: string;
}

/** A coder's part in a study; the account that codes under this name, where one does. */
export interface CoderTable {
  study_id: string;
  coder: string;
  name: string;
  account_id: string | null;
}

export interface PassTable {
  study_id: string;
  pass_id: string;
  kind: Pass;
  state: 'planned' | 'open' | 'closed';
  label: string;
  codebook_version: number;
  source: string | null;
  recorded_at: string;
  opened_at: string | null;
  closed_at: string | null;
}

/** `pass` is the kind of the pass: a coder is given a participant once in each kind. */
export interface AssignmentTable {
  study_id: string;
  pass: Pass;
  participant: string;
  coder: string;
  pass_id: string;
  position: number;
}

/** The row with the highest `sequence` says whether the coder has read the answer to its end. */
export interface FinishedTable {
  study_id: string;
  pass_id: string;
  coder: string;
  participant: string;
  question: string;
  wave: string;
  sequence: number;
  finished: 0 | 1;
  recorded_at: string;
}

export interface CodingTable {
  study_id: string;
  coding: string;
  participant: string;
  question: string;
  wave: string;
  code: string;
  coder: string;
  pass: Pass;
  polarity: Polarity | null;
  span_start: number | null;
  span_end: number | null;
  quote: string | null;
  origin: Coding['origin'];
  codebook_version: number;
  recorded_at: string;
  pass_id: string;
  supersedes: string | null;
}

export interface CodingEndTable {
  study_id: string;
  coding: string;
  ended_by: string;
  ended_at: string;
}

/** A coding to look at again since its code changed; `change` counts from 0 in the version's list of changes. */
export interface ReviewTable {
  study_id: string;
  version: number;
  change: number;
  coding: string;
  kept_by: string | null;
  kept_at: string | null;
}

/** The row with the highest `sequence` says whether the coding is an example of the code. */
export interface CodeExampleTable {
  study_id: string;
  code: string;
  coding: string;
  sequence: number;
  is_example: 0 | 1;
  recorded_by: string;
  recorded_at: string;
}

export interface MemoVersionTable {
  study_id: string;
  memo: string;
  version: number;
  subject_kind: string;
  subject: string;
  text: string;
  recorded_by: string;
  recorded_at: string;
}

/** The highest version stands; without a document the theme was taken away. */
export interface ThemeVersionTable {
  study_id: string;
  theme: string;
  version: number;
  position: number;
  document: string | null;
  recorded_by: string | null;
  recorded_at: string;
}

/** Of an answer and code the row with the highest `sequence` stands; `codings` is JSON, the ids that it made. */
export interface DecisionTable {
  study_id: string;
  decision: string;
  pass_id: string;
  participant: string;
  question: string;
  wave: string;
  code: string;
  outcome: 'keep' | 'drop' | 'recode';
  recode_to: string | null;
  reason: string;
  recorded_by: string;
  replaces: string | null;
  codings: string;
  sequence: number;
  recorded_at: string;
}

/** Priorities: `position` keeps their author's order. */
export interface DocumentTable {
  study_id: string;
  id: string;
  position: number;
  document: string;
  recorded_at: string;
}

export interface Tables {
  accounts: AccountTable;
  memberships: MembershipTable;
  sessions: TokenTable;
  sign_in_links: TokenTable;
  studies: StudyTable;
  participants: ParticipantTable;
  answers: AnswerTable;
  codebooks: CodebookTable;
  assignments: AssignmentTable;
  codings: CodingTable;
  coders: CoderTable;
  passes: PassTable;
  finished: FinishedTable;
  coding_ends: CodingEndTable;
  reviews: ReviewTable;
  code_examples: CodeExampleTable;
  memo_versions: MemoVersionTable;
  theme_versions: ThemeVersionTable;
  decisions: DecisionTable;
  study_settings: StudySettingsTable;
  assistant_messages: AssistantMessageTable;
  assisted_codings: AssistedCodingTable;
  passwords: PasswordTable;
  sign_in_failures: SignInFailureTable;
  identities: IdentityTable;
  organisation_sign_ins: OrganisationSignInTable;
  invitations: InvitationTable;
  audit: AuditTable;
  audit_heads: AuditHeadTable;
  priorities: DocumentTable;
  scan_queries: ScanQueryTable;
  scan_runs: ScanRunTable;
  scan_source_records: ScanSourceRecordTable;
  scan_blocks: ScanBlockTable;
  scan_records: ScanRecordTable;
  scan_members: ScanMemberTable;
  scan_pairs: ScanPairTable;
  scan_lists: ScanListTable;
  screenings: ScreeningTable;
  screening_settlements: SettlementTable;
  appraisals: AppraisalTable;
  external_signal_versions: ExternalSignalTable;
}
