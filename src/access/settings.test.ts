import { describe, expect, it } from 'vitest';
import { InputProblems } from '../kernel/problems.ts';
import { settingsFrom } from './settings.ts';

const URL = 'FIRSTHAND_ASSISTANT_URL';
const MODEL = 'FIRSTHAND_ASSISTANT_MODEL';

function problems(environment: Record<string, string>): unknown[] {
  try {
    settingsFrom(environment);
    return [];
  } catch (error) {
    if (error instanceof InputProblems)
      return error.problems.map(({ file, problem }) => `${file}: ${problem}`);
    throw error;
  }
}

describe('what an administrator configures', () => {
  it('is nothing by default: no address of ours, no organisation, no language model', () => {
    const { publicUrl, organisation, assistant } = settingsFrom({ FIRSTHAND_ASSISTANT_URL: '' });
    expect({ publicUrl, organisation, assistant }).toEqual({
      publicUrl: null,
      organisation: null,
      assistant: null,
    });
  });

  it('is a language model by its address and name, with a key where it needs one', () => {
    const given = { [URL]: 'http://127.0.0.1:11434/v1/', [MODEL]: 'm' };
    expect(settingsFrom(given).assistant).toMatchObject({
      url: 'http://127.0.0.1:11434/v1',
      model: 'm',
      key: null,
    });
    expect(settingsFrom({ ...given, FIRSTHAND_ASSISTANT_KEY: 'k' }).assistant?.key).toBe('k');
  });

  it('is refused where it is half or no web address, and where it would carry a password in an address', () => {
    expect(problems({ [URL]: 'http://127.0.0.1/v1' })).toEqual([`${MODEL}: not set`]);
    expect(problems({ FIRSTHAND_OIDC_ISSUER: 'https://id.example' })).toEqual([
      'FIRSTHAND_OIDC_CLIENT_ID: not set',
    ]);
    for (const url of ['ollama', 'ftp://host/v1', 'file:///etc/passwd', 'http://user:word@host/v1']) {
      expect(problems({ [URL]: url, [MODEL]: 'm' })).toEqual([`${URL}: no web address`]);
    }
  });
});
