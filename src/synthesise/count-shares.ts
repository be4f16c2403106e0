/** How many people gave which codes: the counts behind prevalence, before it is decided which may be shown. */
import type { CountedSet, CountedShares } from '../protect/suppress-counted.ts';
import { setKey } from '../protect/suppress-counted.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import { attributeOf, countMarked, type StudyLookup } from '../study/lookup.ts';
import type { Priority } from '../study/model.ts';
import type { CodingLayer } from './layer.ts';

export interface QuestionCounts {
  question: QuestionId;
  shares: CountedShares;
  /** 1 at the position of each participant who gave one of the codes, by set key. */
  people: ReadonlyMap<string, Uint8Array>;
  /** The key under which a set of codes is counted in this question. */
  keyOf: (codes: Iterable<CodeId>) => string;
}

/** Attributes of the breakdowns with the values that participants have, in the order in which they are shown. */
export interface Groups {
  attribute: string;
  values: string[];
  /** The index in `values` for each participant. */
  of: Uint16Array;
}

/** The question in which support for priorities is counted: the first that asks for one. */
export function priorityQuestion(lookup: StudyLookup): QuestionId | null {
  return lookup.snapshot.study.questions.find(({ concept }) => concept === 'priority')?.id ?? null;
}

/** Codes that are shown: those in use and those that somebody gave. */
export function shownCodes(lookup: StudyLookup, layer: CodingLayer): CodeId[] {
  const given = new Set([...layer.given.values()].flatMap((byCode) => [...byCode.keys()]));
  return lookup.snapshot.codebook.codes
    .filter((code) => code.retired !== true || given.has(code.id))
    .map((code) => code.id);
}

export function groupsOf(lookup: StudyLookup): Groups[] {
  return [...new Set(lookup.snapshot.study.breakdowns)].map((attribute) => {
    const found = lookup.participants.map((participant) => attributeOf(participant, attribute));
    const values = orderedValues(lookup, attribute, new Set(found));
    const at = new Map(values.map((value, index) => [value, index]));
    return { attribute, values, of: Uint16Array.from(found, (value) => at.get(value) ?? 0) };
  });
}

/** Values as the study lists them, then others by their spelling, "not known" last. */
function orderedValues(lookup: StudyLookup, attribute: string, found: Set<string>): string[] {
  const { languages, attributes } = lookup.snapshot.study;
  const listed: string[] =
    attribute === 'language'
      ? languages
      : (attributes.find(({ id }) => id === attribute)?.values ?? []).map(({ id }) => id);
  const inOrder = listed.filter((value) => found.has(value));
  const others = [...found].filter((value) => value !== '' && !listed.includes(value)).sort();
  return [...inOrder, ...others, ...(found.has('') ? [''] : [])];
}

/** Counts every code, theme and priority in every question. */
export function countShares(lookup: StudyLookup, layer: CodingLayer, groups: Groups[]): QuestionCounts[] {
  const { questions } = lookup.snapshot.study;
  const codes = shownCodes(lookup, layer);
  const asksForPriorities = priorityQuestion(lookup);
  return questions.map(({ id }) => {
    const priorities = id === asksForPriorities ? lookup.snapshot.priorities : [];
    return countQuestion({ lookup, layer, groups, codes, question: id, priorities });
  });
}

function countQuestion(input: {
  lookup: StudyLookup;
  layer: CodingLayer;
  groups: Groups[];
  codes: CodeId[];
  question: QuestionId;
  priorities: Priority[];
}): QuestionCounts {
  const { lookup, layer, groups, codes, question, priorities } = input;
  const given = layer.given.get(question);
  const answering = lookup.interpretable.get(question) ?? new Uint8Array(0);
  const keyOf = (set: Iterable<CodeId>) => setKey([...set].filter((code) => given?.has(code)));
  const people = new Map<string, Uint8Array>();
  const sets = new Map<string, CountedSet>();
  const count = (set: readonly CodeId[], byGroups: boolean) => {
    const key = keyOf(set);
    const flags = people.get(key) ?? peopleWith(set);
    people.set(key, flags);
    const known = sets.get(key);
    if (known && (!byGroups || known.groups.size > 0)) return;
    sets.set(key, {
      codes: key === '' ? [] : key.split(' '),
      count: countMarked(flags),
      groups: new Map(byGroups ? groups.map((one) => [one.attribute, countGroups(one, flags)]) : []),
    });
  };
  const peopleWith = (set: readonly CodeId[]) => {
    const flags = new Uint8Array(lookup.participants.length);
    for (const code of set) for (const { person } of given?.get(code) ?? []) flags[person] = 1;
    return flags;
  };
  for (const code of codes) count([code], false);
  for (const theme of lookup.snapshot.themes)
    if (theme.questions.includes(question)) count(theme.codes, true);
  for (const priority of priorities) count(priority.codes, true);
  const shares: CountedShares = {
    of: countMarked(answering),
    groups: new Map(groups.map((one) => [one.attribute, countGroups(one, answering)])),
    sets,
  };
  return { question, shares, people, keyOf };
}

function countGroups({ values, of }: Groups, flags: Uint8Array): number[] {
  const counts = new Array<number>(values.length).fill(0);
  for (let person = 0; person < flags.length; person++) {
    if (flags[person] === 1) counts[of[person] ?? 0] = (counts[of[person] ?? 0] ?? 0) + 1;
  }
  return counts;
}
