/** One request to the language model that the administrator configured, within limits of time and size. */
import type { Settings } from '../../access/settings.ts';

export type Assistant = NonNullable<Settings['assistant']>;

export type Received =
  | { outcome: 'answered'; received: string }
  | { outcome: 'failed' | 'timed out'; received: string | null };

const MOST_REPLY_BYTES = 256 * 1024;

/** Goes to this address alone: a redirect to another is a failure. */
export async function askModel(
  { url, key }: Assistant,
  body: string,
  signal: AbortSignal,
): Promise<Received> {
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body,
      redirect: 'error',
      signal,
    });
    const { text, whole } = await readUpTo(response, MOST_REPLY_BYTES);
    return { outcome: response.ok && whole ? 'answered' : 'failed', received: text };
  } catch {
    // The address is out of reach, its certificate is not trusted, or the connection broke off.
    return { outcome: signal.aborted ? 'timed out' : 'failed', received: null };
  }
}

async function readUpTo(response: Response, most: number): Promise<{ text: string; whole: boolean }> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  // Leaving the loop early cancels the rest.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    if (bytes > most) return { text: keepable(text), whole: false };
  }
  return { text: keepable(text + decoder.decode()), whole: true };
}

/** PostgreSQL keeps no NUL in a text. */
function keepable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
