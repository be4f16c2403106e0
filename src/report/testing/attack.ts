/**
 * A reader who wants to know what was withheld, for tests. It takes a released analysis alone, writes down every sum
 * and every inclusion that must hold between its numbers, and works out what it can: by elimination, and by bounds.
 * It shares no code with what decides about withholding.
 */
import type { Share } from '../../protect/released.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import type { Analysis } from '../model.ts';

/** What the reader knows: numbers by name (null: stands there, withheld), and relations between them. */
export interface Knowledge {
  numbers: Map<string, number | null>;
  /** Sums that are zero: names with their factors. */
  sums: Map<string, number>[];
  /** Sums that are zero or less. */
  atMost: Map<string, number>[];
  /** Names of withheld numbers that must be 1 or more, since zero would have been shown. */
  positive: Set<string>;
}

/** The withheld numbers that can be worked out exactly, with their values. */
export function recovered(knowledge: Knowledge): Map<string, number> {
  return new Map([...byElimination(knowledge), ...byBounds(knowledge)]);
}

/** Reads the analysis; `study` gives what everybody may know: questions, codebook, themes, priorities. */
export function knowledgeOf(analysis: Analysis, study: StudySnapshot): Knowledge {
  const known: Knowledge = { numbers: new Map(), sums: [], atMost: [], positive: new Set() };
  const put = (name: string, value: number | null) => {
    if (value !== null || !known.numbers.has(name)) known.numbers.set(name, value);
  };
  const putShare = (name: string, of: string, share: Share) => {
    if (share.state === 'undefined') {
      put(name, 0);
      return put(of, 0);
    }
    put(name, share.state === 'shown' ? share.count : null);
    put(of, share.state === 'shown' ? share.of : null);
  };
  const sum = (total: string, parts: string[]) =>
    known.sums.push(new Map([[total, -1], ...parts.map((part): [string, number] => [part, 1])]));

  // Codes that nobody gave are known, and so is which unions are the same people under two names.
  const unused = new Set(
    analysis.synthesis.codes.flatMap(({ code, question, share }) =>
      share.state === 'undefined' || (share.state === 'shown' && share.count === 0)
        ? [`${question}/${code}`]
        : [],
    ),
  );
  const setName = (question: string, codes: readonly string[]) =>
    `${question}: ${codes
      .filter((code) => !unused.has(`${question}/${code}`))
      .sort()
      .join(' ')}`;
  const codesOfTheme = (id: string): string[] => study.themes.find((theme) => theme.id === id)?.codes ?? [];
  const codesOfPriority = (id: string): string[] =>
    study.priorities.find((one) => one.id === id)?.codes ?? [];

  const count = (name: string, value: { state: string; value?: number } | null) => {
    if (value !== null) put(name, value.state === 'shown' ? (value.value ?? null) : null);
  };
  const { flow } = analysis;
  count('responded', flow.responded);
  count('withdrawn', flow.withdrawn);
  count('no interpretable answer', flow.noInterpretableAnswer);
  count('included', flow.included);
  sum('responded', ['withdrawn', 'no interpretable answer', 'included']);
  for (const { question, ...one } of flow.questions) {
    count(`${question} answered`, one.answered);
    count(`${question} non-substantive`, one.nonSubstantive);
    count(`${question} undecided`, one.undecided);
    count(question, one.interpretable);
    sum(`${question} answered`, [`${question} non-substantive`, `${question} undecided`, question]);
    known.atMost.push(
      new Map([
        [question, 1],
        ['included', -1],
      ]),
    );
  }

  const sets = new Map<string, { question: string; codes: Set<string>; groups: Set<string> }>();
  const addSet = (
    question: string,
    codes: readonly string[],
    share: Share,
    breakdowns: Analysis['synthesis']['prevalence'][number]['breakdowns'],
  ) => {
    const name = setName(question, codes);
    const live = codes.filter((code) => !unused.has(`${question}/${code}`));
    const set = sets.get(name) ?? { question, codes: new Set(live), groups: new Set<string>() };
    sets.set(name, set);
    putShare(name, question, share);
    for (const { attribute, groups } of breakdowns) {
      if (groups.length === 0) continue;
      for (const { value, share: part } of groups) {
        const group = `${attribute}=${value}`;
        putShare(`${name} @${group}`, `${question} @${group}`, part);
        set.groups.add(group);
      }
      const named = (of: string) => groups.map(({ value }) => `${of} @${attribute}=${value}`);
      sum(name, named(name));
      sum(question, named(question));
    }
  };
  for (const { code, question, share, polarity } of analysis.synthesis.codes) {
    addSet(question, [code], share, []);
    const name = setName(question, [code]);
    if (share.state === 'undefined' || unused.has(`${question}/${code}`)) continue;
    for (const part of ['positive', 'negative', 'mixed'] as const) {
      putShare(`${name} ${part}`, name, polarity[part]);
      // Where all three are withheld, zeros are too.
      const someShown = Object.values(polarity).some(({ state }) => state === 'shown');
      if (someShown && share.state === 'shown') known.positive.add(`${name} ${part}`);
    }
    put(`${name} unjudged`, null);
    sum(
      name,
      ['positive', 'negative', 'mixed', 'unjudged'].map((part) => `${name} ${part}`),
    );
  }
  for (const { theme, question, share, breakdowns } of analysis.synthesis.prevalence) {
    addSet(question, codesOfTheme(theme), share, breakdowns);
  }
  for (const { priority, question, support, breakdowns } of analysis.priorities) {
    addSet(question, codesOfPriority(priority), support, breakdowns);
  }
  addInclusions(known, sets);
  for (const [name, { question }] of sets) {
    if (known.numbers.get(question) !== null) known.positive.add(name);
    for (const group of sets.get(name)?.groups ?? []) {
      const sizeShown = known.numbers.get(`${question} @${group}`) !== null;
      if (sizeShown && known.numbers.get(name) !== null) known.positive.add(`${name} @${group}`);
    }
  }
  addPairs(
    known,
    analysis,
    (question, id) => setName(question, codesOfTheme(id)),
    (question, id) => setName(question, codesOfPriority(id)),
  );
  addAgreement(known, analysis);
  const [first, second, third] = study.study.questions.map(({ id }) => id);
  if (first !== undefined && second !== undefined && third === undefined) {
    const both = analysis.alignment.questions.map(({ left, right }) => `${left} & ${right}`);
    known.sums.push(
      new Map([
        [first, 1],
        [second, 1],
        ['included', -1],
        [both[0] ?? '', -1],
      ]),
    );
  }
  return known;
}

/** A union holds each of its parts, and no more people than its parts together; so in every group. */
function addInclusions(
  known: Knowledge,
  sets: ReadonlyMap<string, { question: string; codes: Set<string>; groups: Set<string> }>,
): void {
  for (const [name, { question, codes, groups }] of sets) {
    known.atMost.push(
      new Map([
        [name, 1],
        [question, -1],
      ]),
    );
    for (const group of groups)
      known.atMost.push(
        new Map([
          [`${name} @${group}`, 1],
          [`${question} @${group}`, -1],
        ]),
      );
    const single = [...codes].map((code) => `${question}: ${code}`);
    if (single.length > 1) {
      known.atMost.push(new Map([[name, 1], ...single.map((part): [string, number] => [part, -1])]));
    }
    for (const [other, { question: asked, codes: inOther, groups: otherGroups }] of sets) {
      if (asked !== question || other === name || ![...inOther].every((code) => codes.has(code))) continue;
      known.atMost.push(
        new Map([
          [other, 1],
          [name, -1],
        ]),
      );
      const rest = [...codes].filter((code) => !inOther.has(code)).map((code) => `${question}: ${code}`);
      known.atMost.push(
        new Map([[name, 1], [other, -1], ...rest.map((part): [string, number] => [part, -1])]),
      );
      for (const group of groups) {
        if (otherGroups.has(group))
          known.atMost.push(
            new Map([
              [`${other} @${group}`, 1],
              [`${name} @${group}`, -1],
            ]),
          );
      }
    }
  }
}

function addPairs(
  known: Knowledge,
  { alignment, priorities }: Analysis,
  themeName: (question: string, id: string) => string,
  priorityName: (question: string, id: string) => string,
): void {
  const cells = ['both', 'leftOnly', 'rightOnly', 'neither'] as const;
  const add = (
    left: string,
    right: string,
    both: string,
    table: Record<(typeof cells)[number], number> | null,
  ) => {
    const name = (cell: string) => `${left} x ${right} ${cell}`;
    for (const cell of cells) {
      if (table !== null || !known.numbers.has(name(cell)))
        known.numbers.set(name(cell), table?.[cell] ?? null);
    }
    const sum = (total: string, parts: string[]) => {
      if (!known.numbers.has(total)) known.numbers.set(total, null);
      known.sums.push(new Map([[total, -1], ...parts.map((part): [string, number] => [name(part), 1])]));
    };
    sum(both, [...cells]);
    sum(`${left} in ${both}`, ['both', 'leftOnly']);
    sum(`${right} in ${both}`, ['both', 'rightOnly']);
    // Those who answered both are some of those who answered the one, and few may be left out.
    for (const end of [left, right]) {
      const question = end.slice(0, end.indexOf(':'));
      known.atMost.push(
        new Map([
          [`${end} in ${both}`, 1],
          [end, -1],
        ]),
      );
      known.atMost.push(
        new Map([
          [end, 1],
          [`${end} in ${both}`, -1],
          [question, -1],
          [both, 1],
        ]),
      );
    }
  };
  for (const { left, right, answeredBoth, pairs } of alignment.questions) {
    const both = `${left} & ${right}`;
    known.numbers.set(both, answeredBoth.state === 'shown' ? answeredBoth.value : null);
    known.atMost.push(
      new Map([
        [left, 1],
        [right, 1],
        [both, -1],
        ['included', -1],
      ]),
    );
    for (const pair of pairs) {
      const ends = [themeName(left, pair.left.theme), themeName(right, pair.right.theme)] as const;
      add(...ends, both, pair.state === 'shown' ? pair.table : null);
    }
    for (const { priority, question, goesWith } of priorities) {
      for (const one of goesWith) {
        if (one.question !== left || question !== right) continue;
        const ends = [themeName(left, one.theme), priorityName(right, priority)] as const;
        add(...ends, both, one.state === 'shown' ? one.table : null);
      }
    }
  }
}

/** Shared answers add up over questions, and so do the ratings in which a code was used. */
function addAgreement(known: Knowledge, { agreement }: Analysis): void {
  if (agreement.state !== 'measured') return;
  const addUp = (rows: readonly { question: string | null; value: number | null }[], name: string) => {
    for (const { question, value } of rows) known.numbers.set(`${name} ${question ?? 'in all'}`, value);
    const parts = rows.filter(({ question }) => question !== null);
    known.sums.push(
      new Map([
        [`${name} in all`, -1],
        ...parts.map(({ question }): [string, number] => [`${name} ${question}`, 1]),
      ]),
    );
  };
  addUp(
    agreement.questions.map(({ question, units }) => ({
      question,
      value: units.state === 'shown' ? units.value : null,
    })),
    'shared answers',
  );
  for (const code of new Set(agreement.codes.map((row) => row.code))) {
    const rows = agreement.codes.filter((row) => row.code === code);
    addUp(
      rows.map(({ question, used }) => ({
        question,
        value: used.state === 'shown' ? Math.round(used.estimate * used.n) : null,
      })),
      `ratings with ${code}`,
    );
    for (const { question } of rows) known.positive.add(`ratings with ${code} ${question ?? 'in all'}`);
  }
}

/** Gauss-Jordan over the unknown numbers: a row that is left with one of them gives it away. */
function byElimination({ numbers, sums }: Knowledge): Map<string, number> {
  const rows = sums.map((sum) => {
    const row = new Map<string, number>();
    let constant = 0;
    for (const [name, factor] of sum) {
      const value = numbers.get(name);
      if (typeof value === 'number') constant -= factor * value;
      else row.set(name, (row.get(name) ?? 0) + factor);
    }
    return { row, constant };
  });
  const pivots = new Set<(typeof rows)[number]>();
  for (const one of rows) {
    const [pivot] = one.row;
    if (pivot === undefined) continue;
    pivots.add(one);
    const [name, factor] = pivot;
    for (const other of rows) {
      const share = other === one ? 0 : (other.row.get(name) ?? 0) / factor;
      if (share === 0) continue;
      for (const [term, value] of one.row) {
        const left = (other.row.get(term) ?? 0) - share * value;
        if (Math.abs(left) < 1e-9) other.row.delete(term);
        else other.row.set(term, left);
      }
      other.constant -= share * one.constant;
    }
  }
  const found = new Map<string, number>();
  for (const { row, constant } of pivots) {
    const [[name, factor] = ['', 0]] = row;
    if (row.size === 1 && numbers.has(name)) found.set(name, constant / factor);
  }
  return found;
}

/** Narrows every unknown number by every relation until nothing moves; one with a single value left is known. */
function byBounds({ numbers, sums, atMost, positive }: Knowledge): Map<string, number> {
  const bounds = new Map<string, { low: number; high: number }>();
  for (const [name, value] of numbers) {
    bounds.set(
      name,
      value === null
        ? { low: positive.has(name) ? 1 : 0, high: Number.POSITIVE_INFINITY }
        : { low: value, high: value },
    );
  }
  const relations = [...sums.flatMap((sum) => [sum, negated(sum)]), ...atMost];
  for (let moved = true; moved; ) {
    moved = false;
    for (const relation of relations) {
      // Sum of factor x number is at most 0: each term is at most what the least of all others leaves.
      for (const [name, factor] of relation) {
        const bound = bounds.get(name);
        if (bound === undefined) continue;
        let others = 0;
        for (const [other, otherFactor] of relation) {
          if (other === name) continue;
          const { low, high } = bounds.get(other) ?? { low: 0, high: Number.POSITIVE_INFINITY };
          others += otherFactor > 0 ? otherFactor * low : otherFactor * high;
        }
        if (!Number.isFinite(others)) continue;
        const limit = -others / factor;
        if (factor > 0 && limit < bound.high - 1e-9) {
          bound.high = Math.floor(limit + 1e-9);
          moved = true;
        }
        if (factor < 0 && limit > bound.low + 1e-9) {
          bound.low = Math.ceil(limit - 1e-9);
          moved = true;
        }
      }
    }
  }
  const found = new Map<string, number>();
  for (const [name, { low, high }] of bounds)
    if (numbers.get(name) === null && low === high) found.set(name, low);
  return found;
}

function negated(sum: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...sum].map(([name, factor]) => [name, -factor]));
}
