/**
 * The tables as TypeScript sees them. Every key begins with `study_id`, so that PostgreSQL can be sharded by study.
 * Documents (study, codebook, themes, priorities) are JSON text: they are read and written whole, on both databases.
 */
import type { Coding, ConsentScope, Pass, Polarity, Standing } from '../study/model.ts';

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

export interface CodebookTable {
  study_id: string;
  version: number;
  document: string;
  recorded_at: string;
}

export interface AssignmentTable {
  study_id: string;
  pass: Pass;
  participant: string;
  coder: string;
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
}

/** Themes and priorities: `position` keeps their author's order. */
export interface DocumentTable {
  study_id: string;
  id: string;
  position: number;
  document: string;
  recorded_at: string;
}

export interface AccountTable {
  account_id: string;
  name: string;
  recorded_at: string;
}

export interface MembershipTable {
  study_id: string;
  account_id: string;
  role: 'lead' | 'coder' | 'reader';
}

/** Sessions and sign-in links alike: a token's hash, whose it is, until when (UTC ISO). */
export interface TokenTable {
  token_hash: string;
  account_id: string;
  expires_at: string;
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
  themes: DocumentTable;
  priorities: DocumentTable;
}
