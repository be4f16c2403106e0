/**
 * From a number down to the answers behind it. What is withheld opens nothing; whoever did not agree to be quoted is
 * counted and not quoted; identifiers are masked.
 */
import { maskIdentifiers } from '../protect/redact.ts';
import type { CodeId, CodingId, QuestionId, ThemeId } from '../study/ids.ts';
import { attributeOf, type LookedUpAnswer, lookUp, type StudyLookup } from '../study/lookup.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { type CodingLayer, type CountedCode, codingsThatCount } from '../synthesise/layer.ts';
import type { Breakdown } from '../synthesise/model.ts';
import type { Analysis, Evidence, EvidenceItem } from './model.ts';
import type { EvidenceGroup, EvidenceRef } from './trace.ts';

/** The study's own team sees whose answer it is; readers do not. */
export type Audience = 'team' | 'readers';

/** Finds the evidence of one analysis; indexing the snapshot is done once. */
export function evidenceFinder(
  snapshot: StudySnapshot,
  analysis: Analysis,
  audience: Audience,
): (ref: EvidenceRef) => Evidence {
  const lookup = lookUp(snapshot);
  const layer = codingsThatCount(lookup);
  const shown = shownCodes(analysis);
  // An answer stands behind many numbers; masking it is the slow part.
  const masked = new Map<LookedUpAnswer, string>();
  const maskedText = (of: LookedUpAnswer): string => {
    const text = masked.get(of) ?? maskIdentifiers(of.answer.text);
    masked.set(of, text);
    return text;
  };
  return (ref) => {
    if (!isShown(analysis, ref)) return { state: 'withheld' };
    const items = partsOf(ref, { snapshot, analysis, lookup, layer }).map((part) =>
      itemOf(part, lookup, { audience, shown, maskedText, isClaim: ref.kind === 'claim' }),
    );
    // By their words: the order of participants would tell which answers of two questions are one person's.
    if (audience === 'readers') items.sort(byText);
    return { state: 'shown', items };
  };
}

/** An answer with those of its counted codes that the number is about. */
interface Part {
  answer: LookedUpAnswer;
  counted: readonly CountedCode[];
}

interface Study {
  snapshot: StudySnapshot;
  analysis: Analysis;
  lookup: StudyLookup;
  layer: CodingLayer;
}

function isShown({ flow, synthesis, alignment, priorities }: Analysis, ref: EvidenceRef): boolean {
  switch (ref.kind) {
    case 'answers':
      return (
        flow.questions.find(({ question }) => question === ref.question)?.interpretable.state === 'shown'
      );
    case 'theme': {
      const found = synthesis.prevalence.find(
        ({ theme, question }) => theme === ref.theme && question === ref.question,
      );
      return found !== undefined && isShareShown(found, ref.group);
    }
    case 'code':
      return synthesis.codes.some(
        ({ code, question, share }) =>
          code === ref.code && question === ref.question && share.state === 'shown',
      );
    case 'pair':
      return alignment.questions
        .flatMap(({ pairs }) => pairs)
        .some(
          ({ state, left, right }) => state === 'shown' && isEnd(left, ref.left) && isEnd(right, ref.right),
        );
    case 'priority': {
      const found = priorities.find(({ priority }) => priority === ref.priority);
      return found !== undefined && isShareShown({ ...found, share: found.support }, ref.group);
    }
    case 'goes-with':
      return priorities
        .filter(({ priority }) => priority === ref.priority)
        .flatMap(({ goesWith }) => goesWith)
        .some(
          ({ state, theme, question }) =>
            state === 'shown' && theme === ref.theme && question === ref.question,
        );
    case 'claim':
      // A claim shows the quotes that the analysis released for it and no others.
      return synthesis.accounts.some(
        ({ theme, [ref.list]: claims }) => theme === ref.theme && ref.index in claims,
      );
  }
}

function isEnd(a: { question: string; theme: string }, b: { question: string; theme: string }): boolean {
  return a.question === b.question && a.theme === b.theme;
}

function isShareShown(
  { share, breakdowns }: { share: { state: string }; breakdowns: readonly Breakdown[] },
  group: EvidenceGroup | undefined,
): boolean {
  if (group === undefined) return share.state === 'shown';
  const groups = breakdowns.find(({ attribute }) => attribute === group.attribute)?.groups ?? [];
  return groups.find(({ value }) => value === group.value)?.share.state === 'shown';
}

function partsOf(ref: EvidenceRef, study: Study): Part[] {
  const { snapshot, analysis, lookup, layer } = study;
  const codesOfTheme = (theme: ThemeId) => snapshot.themes.find(({ id }) => id === theme)?.codes ?? [];
  const codesOfPriority = (id: string) => snapshot.priorities.find((one) => one.id === id)?.codes ?? [];
  const questionOfPriority = (id: string) =>
    analysis.priorities.find(({ priority }) => priority === id)?.question;
  switch (ref.kind) {
    case 'answers':
      return interpretable(lookup, ref.question).map((answer) => ({
        answer,
        counted: layer.byAnswer.get(answer.key) ?? [],
      }));
    case 'theme':
      return inGroup(lookup, ref.group, withCodes(layer, ref.question, codesOfTheme(ref.theme)));
    case 'code':
      return withCodes(layer, ref.question, [ref.code]);
    case 'pair':
      return ofTheSame(
        withCodes(layer, ref.left.question, codesOfTheme(ref.left.theme)),
        withCodes(layer, ref.right.question, codesOfTheme(ref.right.theme)),
      );
    case 'priority':
      return inGroup(
        lookup,
        ref.group,
        withCodes(layer, questionOfPriority(ref.priority), codesOfPriority(ref.priority)),
      );
    case 'goes-with':
      return ofTheSame(
        withCodes(layer, ref.question, codesOfTheme(ref.theme)),
        withCodes(layer, questionOfPriority(ref.priority), codesOfPriority(ref.priority)),
      );
    case 'claim': {
      const claim = analysis.synthesis.accounts.find(({ theme }) => theme === ref.theme)?.[ref.list][
        ref.index
      ];
      return quoted(
        lookup,
        layer,
        (claim?.quotes ?? []).map(({ coding }) => coding),
      );
    }
  }
}

function interpretable(lookup: StudyLookup, question: QuestionId): LookedUpAnswer[] {
  return (lookup.answers.get(question) ?? []).filter(({ answer }) => answer.standing === 'interpretable');
}

function withCodes(layer: CodingLayer, question: QuestionId | undefined, codes: readonly CodeId[]): Part[] {
  const byAnswer = new Map<LookedUpAnswer, CountedCode[]>();
  const given = question === undefined ? undefined : layer.given.get(question);
  for (const code of codes) {
    for (const counted of given?.get(code) ?? []) {
      byAnswer.set(counted.answer, [...(byAnswer.get(counted.answer) ?? []), counted]);
    }
  }
  return [...byAnswer]
    .map(([answer, counted]) => ({ answer, counted }))
    .sort((a, b) => a.answer.person - b.answer.person);
}

function inGroup(lookup: StudyLookup, group: EvidenceGroup | undefined, parts: Part[]): Part[] {
  if (group === undefined) return parts;
  return parts.filter(
    ({ answer }) => attributeOf(lookup.participants[answer.person], group.attribute) === group.value,
  );
}

/** The answers of participants who are on both sides. */
function ofTheSame(left: Part[], right: Part[]): Part[] {
  const people = (parts: Part[]) => new Set(parts.map(({ answer }) => answer.person));
  const [onLeft, onRight] = [people(left), people(right)];
  return [
    ...left.filter(({ answer }) => onRight.has(answer.person)),
    ...right.filter(({ answer }) => onLeft.has(answer.person)),
  ].sort((a, b) => a.answer.person - b.answer.person);
}

function quoted(lookup: StudyLookup, layer: CodingLayer, codings: readonly CodingId[]): Part[] {
  const wanted = new Set(codings);
  return [...lookup.byKey.values()]
    .map((answer) => ({
      answer,
      counted: (layer.byAnswer.get(answer.key) ?? []).filter((one) =>
        one.codings.some(({ id }) => wanted.has(id)),
      ),
    }))
    .filter(({ counted }) => counted.length > 0);
}

/** Question and code of every count of a code that is shown. */
function shownCodes({ synthesis }: Analysis): Set<string> {
  return new Set(
    synthesis.codes
      .filter(({ share }) => share.state === 'shown')
      .map(({ question, code }) => `${question}/${code}`),
  );
}

interface Release {
  audience: Audience;
  shown: ReadonlySet<string>;
  maskedText: (of: LookedUpAnswer) => string;
  isClaim: boolean;
}

function itemOf(
  { answer: found, counted }: Part,
  lookup: StudyLookup,
  { audience, shown, maskedText, isClaim }: Release,
): EvidenceItem {
  const { key, answer, person } = found;
  const participant = lookup.participants[person];
  const forTeam = audience === 'team';
  const isQuoted = participant.consent === 'quotation';
  const mayName = (code: CodeId) => forTeam || shown.has(`${answer.question}/${code}`);
  // Counting what stands without a name would tell how many gave a withheld code; a claim's quotes are not counted.
  const told = counted.filter(({ code }) => forTeam || (isQuoted && (isClaim || mayName(code))));
  return {
    answer: forTeam ? key : null,
    question: answer.question,
    language: participant.language,
    text: isQuoted ? maskedText(found) : null,
    codings: told.flatMap(({ code, codings }) =>
      codings.map(({ span, polarity }) => ({
        code: mayName(code) ? code : null,
        polarity: forTeam ? polarity : null,
        span: span === null ? null : { start: span.start, end: span.end },
      })),
    ),
  };
}

function byText(a: EvidenceItem, b: EvidenceItem): number {
  const [left, right] = [a.text ?? '', b.text ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
