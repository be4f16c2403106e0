/** The tables of people, of what they did when, and of the help that they switched on. */

export interface AccountTable {
  account_id: string;
  name: string;
  recorded_at: string;
  login: string | null;
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

export interface PasswordTable {
  account_id: string;
  hash: string;
  recorded_at: string;
}

export interface SignInFailureTable {
  login_hash: string;
  failures: number;
  last_at: string;
}

export interface IdentityTable {
  issuer: string;
  subject: string;
  account_id: string;
}

export interface OrganisationSignInTable {
  state_hash: string;
  nonce: string;
  verifier: string;
  expires_at: string;
}

export interface InvitationTable {
  token_hash: string;
  study_id: string;
  role: 'lead' | 'coder' | 'reader';
  coder: string | null;
  expires_at: string;
}

/** `study_id` is `server` for what concerns no study. */
export interface AuditTable {
  study_id: string;
  sequence: number;
  at: string;
  account: string;
  action: string;
  subject: string;
  details_hash: string;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  study_id: string;
  sequence: number;
  hash: string;
}

export interface StudySettingsTable {
  study_id: string;
  suggestions: 0 | 1;
  assistant: 0 | 1;
}

/** `outcome` is null while no answer has come. */
export interface AssistantMessageTable {
  study_id: string;
  message: string;
  account_id: string;
  participant: string;
  question: string;
  wave: string;
  address: string;
  model: string;
  sent: string;
  sent_at: string;
  received: string | null;
  outcome: 'answered' | 'malformed' | 'failed' | 'timed out' | null;
  discarded: number;
}

export interface AssistedCodingTable {
  study_id: string;
  coding: string;
  message: string;
  code: string;
  span_start: number;
  span_end: number;
  quote: string;
}
