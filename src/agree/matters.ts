/**
 * What coders of one pass have to settle: for each answer and code that somebody gave, who gave it and who, having read
 * the answer, did not. A matter on which all agree, in code and polarity, needs no decision.
 */
import type { CodeId, CoderId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import type { Coding } from '../study/model.ts';

export interface Given {
  id: Coding['id'];
  span: Coding['span'];
  polarity: Coding['polarity'];
}

export interface Matter {
  participant: ParticipantId;
  question: QuestionId;
  wave: WaveId;
  code: CodeId;
  gave: { coder: CoderId; codings: Given[] }[];
  gaveNot: CoderId[];
  agreed: boolean;
}

type MatterKey = Pick<Matter, 'participant' | 'question' | 'wave' | 'code'>;

/** One to one, since ids hold no slash. */
export function matterKey({ participant, question, wave, code }: MatterKey): string {
  return `${participant}/${question}/${wave}/${code}`;
}

/**
 * @param codings of the pass, living ones
 * @param coders who was given the participant in the pass, by participant; with fewer than two there is nothing to settle
 */
export function mattersOf(
  codings: readonly Coding[],
  coders: ReadonlyMap<ParticipantId, readonly CoderId[]>,
): Matter[] {
  const found = new Map<string, { at: MatterKey; gave: Map<CoderId, Given[]> }>();
  for (const { id, participant, question, wave, code, coder, span, polarity } of codings) {
    const given = coders.get(participant) ?? [];
    if (given.length < 2 || !given.includes(coder)) continue;
    const at = { participant, question, wave, code };
    const matter = found.get(matterKey(at)) ?? { at, gave: new Map<CoderId, Given[]>() };
    found.set(matterKey(at), matter);
    matter.gave.set(coder, [...(matter.gave.get(coder) ?? []), { id, span, polarity }]);
  }
  return [...found.values()].map(({ at, gave }) => {
    const gaveNot = (coders.get(at.participant) ?? []).filter((coder) => !gave.has(coder));
    return {
      ...at,
      gave: [...gave]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([coder, list]) => ({ coder, codings: list.toSorted(byStart) })),
      gaveNot: gaveNot.toSorted(),
      agreed: gaveNot.length === 0 && samePolarities([...gave.values()]),
    };
  });
}

function byStart(a: Given, b: Given): number {
  return (a.span?.start ?? -1) - (b.span?.start ?? -1) || (a.id < b.id ? -1 : 1);
}

function samePolarities(byCoder: readonly Given[][]): boolean {
  const judged = byCoder.map((list) =>
    [...new Set(list.map(({ polarity }) => polarity ?? ''))].toSorted().join(),
  );
  return new Set(judged).size === 1;
}

/**
 * Where the code goes when it is kept and nobody says where: on the words that coders marked, overlapping ones taken
 * together; on the whole answer where none marked any.
 * @param text the answer's, for the quote
 */
export function placesOf(matter: Matter, text: string): Omit<Given, 'id'>[] {
  const all = matter.gave.flatMap(({ codings }) => codings);
  const marked = all.filter((one) => one.span !== null).toSorted(byStart);
  if (marked.length === 0) return [{ span: null, polarity: sharedPolarity(all) }];
  const places: { start: number; end: number; those: Given[] }[] = [];
  for (const one of marked) {
    if (one.span === null) continue;
    const { start, end } = one.span;
    const last = places.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end);
      last.those.push(one);
    } else places.push({ start, end, those: [one] });
  }
  const letters = Array.from(text);
  return places.map(({ start, end, those }) => ({
    span: { start, end, quote: letters.slice(start, end).join('') },
    polarity: sharedPolarity(those),
  }));
}

/** What more than half judged; none where they differ. */
function sharedPolarity(given: readonly Given[]): Given['polarity'] {
  const judged = given.map(({ polarity }) => polarity);
  return judged.find((one) => 2 * judged.filter((other) => other === one).length > judged.length) ?? null;
}
