/** Agreement of the independent pass: per question, per code, per pair of coders. */
import type { Progress } from '@firsthand/methods';
import { releasedCount } from '../protect/release.ts';
import { isSmall, isSmallShare } from '../protect/suppress-rule.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import { codeAgreement, type IntervalOf, participantBootstrap } from './code-agreement.ts';
import type { Agreement, CodeAgreement, PairAgreement, QuestionAgreement } from './model.ts';
import {
  type CoderPair,
  coderPairs,
  kappaOnCode,
  type PairTable,
  pairTables,
  pooledKappa,
} from './pair-agreement.ts';
import { questionAgreement } from './question-agreement.ts';
import { countParticipants, type SharedUnits, sharedUnits, unitsWith } from './shared-units.ts';
import { isPooledSafe, type WithheldByQuestion, withholdCode, withholdUnits } from './withhold-agreement.ts';

export interface AgreementInput {
  lookup: StudyLookup;
  /** Whether the prevalence of a code in a question is withheld. */
  isWithheld: (question: QuestionId, code: CodeId) => boolean;
  /** Whether the number of participants included is withheld. */
  includedWithheld: boolean;
  options: { bootstrap: number; level: number; threshold: number; seed: number; onProgress: Progress };
}

/** A question, or all of them, with its shared answers. */
interface Scope {
  question: QuestionId | null;
  shared: SharedUnits;
  unitsWithheld: boolean;
  intervalOf: IntervalOf;
}

type CodesWithheld = ReadonlyMap<CodeId, WithheldByQuestion>;

export function agreement(input: AgreementInput): Agreement {
  const { lookup, options } = input;
  const { study, codings } = lookup.snapshot;
  if (study.method === 'reflexive thematic analysis') return notMeasured('method rejects it');
  const independent = codings.filter(({ pass }) => pass === 'independent');
  if (independent.length === 0) return notMeasured('nothing coded');
  const all = sharedUnits(lookup, null);
  if (all.answers.length === 0) {
    const coders = new Set(independent.map(({ coder }) => coder));
    return notMeasured(coders.size === 1 ? 'one coder' : 'no shared answers');
  }
  const perQuestion = study.questions.map(({ id }) => sharedUnits(lookup, id));
  const units = withholdUnits(
    perQuestion.map(({ answers }) => answers.length),
    options.threshold,
  );
  const scope = (question: QuestionId | null, shared: SharedUnits, unitsWithheld: boolean): Scope => {
    const intervalOf = participantBootstrap(shared, question, options);
    return { question, shared, unitsWithheld, intervalOf };
  };
  const scopes = [
    scope(null, all, units.all),
    ...study.questions.flatMap(({ id }, at) => {
      const shared = perQuestion[at];
      return shared ? [scope(id, shared, units.questions[at] === true)] : [];
    }),
  ];
  const withheld = codesWithheld(input, perQuestion, all, units);
  const participants = countParticipants(all);
  const { level } = options;
  const codes = scopes.flatMap(({ question, shared, intervalOf }, at) =>
    [...shared.places.keys()].map((code, done): CodeAgreement => {
      options.onProgress((at + done / shared.places.size) / scopes.length);
      const hidden = isCodeWithheld(withheld, study.questions, code, question);
      return codeAgreement(shared, code, question, hidden, { level, intervalOf });
    }),
  );
  return {
    state: 'measured',
    pass: 'independent',
    coders: all.coders,
    participants: releasedCount(
      participants,
      input.includedWithheld || isSmall(participants, options.threshold),
    ),
    questions: scopes.map(
      ({ question, shared, unitsWithheld, intervalOf }): QuestionAgreement =>
        questionAgreement(shared, question, unitsWithheld, intervalOf),
    ),
    codes,
    pairs: pairRows(input, scopes, withheld),
  };
}

function notMeasured(reason: Extract<Agreement, { state: 'not measured' }>['reason']): Agreement {
  return { state: 'not measured', reason };
}

function codesWithheld(
  { lookup, isWithheld, options }: AgreementInput,
  perQuestion: readonly SharedUnits[],
  all: SharedUnits,
  units: WithheldByQuestion,
): CodesWithheld {
  const counts = perQuestion.map(({ answers }) => answers.length);
  return new Map(
    [...all.places.keys()].map((code) => {
      const used = perQuestion.map((shared) => unitsWith(shared, code));
      const linked = lookup.snapshot.study.questions.map(({ id }) => isWithheld(id, code));
      return [code, withholdCode(used, counts, units, linked, options.threshold)];
    }),
  );
}

function isCodeWithheld(
  withheld: CodesWithheld,
  questions: readonly { id: QuestionId }[],
  code: CodeId,
  question: QuestionId | null,
): boolean {
  const found = withheld.get(code);
  if (!found) return true;
  return question === null
    ? found.all
    : found.questions[questions.findIndex(({ id }) => id === question)] !== false;
}

function pairRows(input: AgreementInput, scopes: readonly Scope[], withheld: CodesWithheld): PairAgreement[] {
  const { threshold, level } = input.options;
  const { questions } = input.lookup.snapshot.study;
  const paired = scopes.map((scope) => ({
    ...scope,
    pairs: coderPairs(scope.shared).map((pair) => ({ pair, tables: pairTables(scope.shared, pair) })),
  }));
  const few = (inAll: boolean) =>
    paired.some(
      ({ question, pairs }) =>
        (question === null) === inAll && pairs.some(({ pair }) => isSmall(pair.units.length, threshold)),
    );
  // The answers of a pair add up over questions, and often over pairs, so one small number hides the others too.
  const fewInAll = few(true);
  const fewByQuestion = fewInAll || few(false);
  const smallForSome = codesSmallForSomePair(
    paired.find(({ question }) => question === null)?.pairs ?? [],
    threshold,
  );
  return paired.flatMap(({ question, shared, pairs, unitsWithheld }) =>
    pairs.flatMap(({ pair, tables }) => {
      const unitsHidden = unitsWithheld || (question === null ? fewInAll : fewByQuestion);
      const codesHidden = tables.map(
        ({ code }) =>
          unitsHidden ||
          isCodeWithheld(withheld, questions, code, question) ||
          (question === null && smallForSome.has(code)),
      );
      const pooledHidden = unitsHidden || !isPooledSafe(tables.map(usedIn), codesHidden, threshold);
      const pooled = pooledKappa(shared, pair, tables, question, {
        statistic: pooledHidden,
        units: unitsHidden,
      });
      if (question !== null) return [pooled];
      return [
        pooled,
        ...tables.map((table, at) =>
          kappaOnCode(
            shared,
            pair,
            table,
            { statistic: codesHidden[at] !== false, units: unitsHidden },
            level,
          ),
        ),
      ];
    }),
  );
}

function usedIn({ both, first, second }: PairTable): number {
  return both + first + second;
}

/** Codes that few of the answers of some pair hold, or few lack: their rows are withheld for every pair. */
function codesSmallForSomePair(
  pairs: readonly { pair: CoderPair; tables: readonly PairTable[] }[],
  threshold: number,
): Set<CodeId> {
  return new Set(
    pairs.flatMap(({ pair, tables }) =>
      tables
        .filter((table) => isSmallShare(usedIn(table), pair.units.length, threshold))
        .map(({ code }) => code),
    ),
  );
}
