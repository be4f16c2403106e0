/** What a language model replied, read with suspicion: its form, then each of its codes and quotes. */
import { z } from 'zod';
import type { CodeId } from '../../study/ids.ts';
import type { Span } from '../../study/model.ts';
import { fromUtf16 } from '../../text/code-points.ts';

const MOST_CODINGS = 200;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const Proposal = z.object({ code: z.string(), quote: z.string(), occurrence: z.int().min(1).default(1) });
export type Proposal = z.infer<typeof Proposal>;
const Proposals = z.object({ codings: z.array(Proposal).max(MOST_CODINGS) });

/** The proposals in the body of a `/chat/completions` response; null where it has another form. */
export function readReply(body: string): Proposal[] | null {
  const completion = Completion.safeParse(parsed(body));
  const content = completion.data?.choices[0]?.message.content;
  if (content === undefined) return null;
  return Proposals.safeParse(parsed(content)).data?.codings ?? null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export interface Verified {
  kept: { code: CodeId; span: Span }[];
  discarded: number;
}

/**
 * Keeps what names a usable code and quotes words that stand in the answer exactly so. The quote is looked for in what
 * was sent; words that were covered there were not read, so that a quote of them is thrown away too. The same code
 * twice on the same words is kept once.
 * @param sent the answer with identifiers covered, as many code points as the answer
 */
export function verify(
  proposals: readonly Proposal[],
  { answer, sent, codes }: { answer: string; sent: string; codes: ReadonlyMap<string, CodeId> },
): Verified {
  const kept = new Map<string, { code: CodeId; span: Span }>();
  let discarded = 0;
  for (const { code: name, quote, occurrence } of proposals) {
    const code = codes.get(name);
    const span = spanOf(quote.normalize('NFC'), occurrence, { answer, sent });
    if (code === undefined || span === null) discarded++;
    else kept.set(`${span.start}-${span.end} ${code}`, { code, span });
  }
  return { kept: [...kept.values()], discarded };
}

/** Where the quote stands for the nth time, in code points. */
function spanOf(
  quote: string,
  occurrence: number,
  { answer, sent }: { answer: string; sent: string },
): Span | null {
  if (quote === '') return null;
  let at = -1;
  for (let nth = 0; nth < occurrence; nth++) {
    at = sent.indexOf(quote, at + 1);
    if (at === -1) return null;
  }
  const start = fromUtf16(sent, at);
  const length = Array.from(quote).length;
  const words = Array.from(answer)
    .slice(start, start + length)
    .join('');
  return words === quote ? { start, end: start + length, quote } : null;
}
