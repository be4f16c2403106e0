/**
 * Whose codings count. Consensus is the study's own word; a single coder's codes are all there is; of several coders
 * without a consensus, a code counts that more than half of those gave who were given the participant.
 */
import { codersByParticipant } from '../agree/coders.ts';
import type { AnswerKey, CodeId, CoderId, QuestionId } from '../study/ids.ts';
import type { LookedUpAnswer, StudyLookup } from '../study/lookup.ts';
import type { Coding, Pass, Polarity } from '../study/model.ts';
import type { Synthesis } from './model.ts';

/** A code that counts for an answer, the codings that gave it, and the polarity they agree on. */
export interface CountedCode {
  code: CodeId;
  person: number;
  answer: LookedUpAnswer;
  polarity: Polarity | null;
  codings: Coding[];
}

export interface CodingLayer {
  name: Synthesis['layer'];
  /** By question, then code; codes nobody gave are absent. Interpretable answers only. */
  given: Map<QuestionId, Map<CodeId, CountedCode[]>>;
  byAnswer: Map<AnswerKey, CountedCode[]>;
}

/** The codings that count, participant by participant. */
export function codingsThatCount(lookup: StudyLookup): CodingLayer {
  const agreed = codersByParticipant(lookup, 'consensus');
  const independent = codersByParticipant(lookup, 'independent');
  const used = new Set<Synthesis['layer']>();
  const given: CodingLayer['given'] = new Map();
  const byAnswer: CodingLayer['byAnswer'] = new Map();
  for (const [question, answers] of lookup.answers) {
    const byCode = new Map<CodeId, CountedCode[]>();
    given.set(question, byCode);
    for (const answer of answers) {
      if (answer.answer.standing !== 'interpretable') continue;
      const participant = answer.answer.participant;
      const coders = independent.get(participant)?.size ?? 0;
      const rule = agreed.has(participant) ? 'consensus' : coders > 1 ? 'majority' : 'single coder';
      if (coders > 0 || rule === 'consensus') used.add(rule);
      const counted = countedCodes(answer, rule, coders);
      byAnswer.set(answer.key, counted);
      for (const one of counted) {
        const list = byCode.get(one.code);
        if (list) list.push(one);
        else byCode.set(one.code, [one]);
      }
    }
  }
  return { name: weakest(used), given, byAnswer };
}

function weakest(used: Set<Synthesis['layer']>): Synthesis['layer'] {
  if (used.has('majority')) return 'majority';
  return used.has('consensus') ? 'consensus' : 'single coder';
}

function countedCodes(answer: LookedUpAnswer, rule: Synthesis['layer'], coders: number): CountedCode[] {
  const pass: Pass = rule === 'consensus' ? 'consensus' : 'independent';
  const byCode = new Map<CodeId, Coding[]>();
  for (const coding of answer.codings) {
    if (coding.pass !== pass) continue;
    const list = byCode.get(coding.code);
    if (list) list.push(coding);
    else byCode.set(coding.code, [coding]);
  }
  const counted: CountedCode[] = [];
  for (const [code, codings] of byCode) {
    const polarityByCoder = new Map<CoderId, Polarity | null>();
    for (const { coder, polarity } of codings) {
      const before = polarityByCoder.get(coder);
      polarityByCoder.set(coder, before === undefined ? polarity : together(before, polarity));
    }
    if (2 * polarityByCoder.size <= coders && rule === 'majority') continue;
    counted.push({
      code,
      person: answer.person,
      answer,
      codings,
      polarity: shared([...polarityByCoder.values()]),
    });
  }
  return counted;
}

/** The polarity of two passages with the same code in one answer, or of one participant's answers. */
export function together(a: Polarity | null, b: Polarity | null): Polarity | null {
  if (a === null || a === b) return b;
  if (b === null || b === 'neutral') return a;
  return a === 'neutral' ? b : 'mixed';
}

/** What more than half of the coders judged; none where they differ. */
function shared(judged: (Polarity | null)[]): Polarity | null {
  return judged.find((one) => 2 * judged.filter((other) => other === one).length > judged.length) ?? null;
}
