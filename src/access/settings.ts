/** What an administrator configures by the environment. Without it everything stays on this machine. */
import { InputProblems } from '../kernel/problems.ts';
import { noScanSettings, type ScanSettings, scanSettingsFrom } from './scan-settings.ts';

export interface Settings {
  /** The address under which people reach the server, such as `https://firsthand.hospital.example`. */
  publicUrl: string | null;
  /** OpenID Connect: the organisation's own sign-in. */
  organisation: { issuer: string; clientId: string; clientSecret: string | null } | null;
  /** A language model behind an address that speaks as OpenAI's does, such as Ollama or vLLM on the premises. */
  assistant: { url: string; model: string; key: string | null; seconds: number } | null;
  /** For asking sources of external documents. */
  scan: ScanSettings;
}

export const noSettings: Settings = {
  publicUrl: null,
  organisation: null,
  assistant: null,
  scan: noScanSettings,
};

/** A large model on a machine without a fast card takes that long; past it the answer is not waited for. */
const ASSISTANT_SECONDS = 90;

/** @throws InputProblems */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const { FIRSTHAND_OIDC_ISSUER: issuer, FIRSTHAND_OIDC_CLIENT_ID: clientId } = environment;
  const { FIRSTHAND_ASSISTANT_URL: assistant, FIRSTHAND_ASSISTANT_MODEL: model } = environment;
  if (issuer && !clientId) throw missing('FIRSTHAND_OIDC_CLIENT_ID', 'FIRSTHAND_OIDC_ISSUER');
  if (assistant && !model) throw missing('FIRSTHAND_ASSISTANT_MODEL', 'FIRSTHAND_ASSISTANT_URL');
  return {
    publicUrl: address('FIRSTHAND_PUBLIC_URL', environment.FIRSTHAND_PUBLIC_URL),
    organisation:
      issuer && clientId
        ? {
            issuer: address('FIRSTHAND_OIDC_ISSUER', issuer) ?? issuer,
            clientId,
            clientSecret: environment.FIRSTHAND_OIDC_CLIENT_SECRET || null,
          }
        : null,
    assistant:
      assistant && model
        ? {
            url: address('FIRSTHAND_ASSISTANT_URL', assistant) ?? assistant,
            model,
            key: environment.FIRSTHAND_ASSISTANT_KEY || null,
            seconds: ASSISTANT_SECONDS,
          }
        : null,
    scan: scanSettingsFrom(environment),
  };
}

function missing(variable: string, beside: string): InputProblems {
  return new InputProblems([{ file: variable, problem: 'not set', expected: `expected beside ${beside}` }]);
}

/** Without a slash at its end. */
function address(variable: string, value: string | undefined): string | null {
  if (!value) return null;
  if (URL.canParse(value)) {
    const { protocol, username } = new URL(value);
    if (/^https?:$/.test(protocol) && username === '') return value.replace(/\/+$/, '');
  }
  const expected = 'expected one such as https://firsthand.hospital.example';
  throw new InputProblems([{ file: variable, problem: 'no web address', expected }]);
}
