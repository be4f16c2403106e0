/** The tables of every theme of one question with every theme of another, in those who answered both. */
import { type Cells, withholdPairs } from '../protect/suppress-pairs.ts';
import type { CodeId, PriorityId, QuestionId, ThemeId } from '../study/ids.ts';
import { countMarked, type StudyLookup } from '../study/lookup.ts';
import type { Question } from '../study/model.ts';
import { priorityQuestion } from '../synthesise/count-shares.ts';
import type { CountsByQuestion } from '../synthesise/prevalence.ts';

/** A row or column of the tables. */
export interface CrossEnd<Id = ThemeId | PriorityId> {
  id: Id;
  codes: ReadonlySet<string>;
  withheld: boolean;
  /** 1 for each of those who answered both and have it. */
  marks: Uint8Array;
}

export interface CrossEnds {
  themes: CrossEnd<ThemeId>[];
  /** Only of the question that asks for priorities. */
  priorities: CrossEnd<PriorityId>[];
}

export interface CrossTables {
  leftQuestion: QuestionId;
  rightQuestion: QuestionId;
  answeredBoth: number;
  left: CrossEnds;
  right: CrossEnds;
  /** The table of row i and column j, themes before priorities, at `i * columns + j`. */
  tables: Cells[];
  withheld: boolean[];
}

/** The tables of some rows with some columns: what is tested together. */
export interface Family<Right> {
  left: CrossEnd<ThemeId>[];
  right: CrossEnd<Right>[];
  tables: Cells[];
  withheld: boolean[];
}

/** The themes of both questions. */
export function themesWithThemes(cross: CrossTables): Family<ThemeId> {
  return familyOf(cross, cross.right.themes, 0);
}

/** The themes of the left question with the priorities of the right one. */
export function themesWithPriorities(cross: CrossTables): Family<PriorityId> {
  return familyOf(cross, cross.right.priorities, cross.right.themes.length);
}

function familyOf<Right>(cross: CrossTables, right: CrossEnd<Right>[], from: number): Family<Right> {
  const columns = cross.right.themes.length + cross.right.priorities.length;
  const at = cross.left.themes.flatMap((_, i) => right.map((_, j) => i * columns + from + j));
  return {
    left: cross.left.themes,
    right,
    tables: at.flatMap((index) => cross.tables.slice(index, index + 1)),
    withheld: at.map((index) => cross.withheld[index] ?? true),
  };
}

const order = ['experience', 'interpretation', 'priority', 'other'];

/** Every two questions, in the order experience, interpretation, priority, other; then as the study lists them. */
export function questionPairs(questions: readonly Question[]): [QuestionId, QuestionId][] {
  const sorted = questions.toSorted((a, b) => order.indexOf(a.concept) - order.indexOf(b.concept));
  return sorted.flatMap((left, at) =>
    sorted.slice(at + 1).map((right): [QuestionId, QuestionId] => [left.id, right.id]),
  );
}

/** How many gave interpretable answers to both questions. */
export function countBoth(lookup: StudyLookup, left: QuestionId, right: QuestionId): number {
  return positionsOfBoth(lookup, left, right).length;
}

function positionsOfBoth(lookup: StudyLookup, left: QuestionId, right: QuestionId): number[] {
  const [one, other] = [lookup.interpretable.get(left), lookup.interpretable.get(right)];
  return lookup.participants.flatMap((_, at) => (one?.[at] === 1 && other?.[at] === 1 ? [at] : []));
}

/**
 * Counts and decides for themes and priorities together, since a theme and a priority of the same codes are the same
 * people.
 */
export function crossTables(
  lookup: StudyLookup,
  byQuestion: CountsByQuestion,
  [leftQuestion, rightQuestion]: [QuestionId, QuestionId],
  threshold: number,
): CrossTables {
  const both = positionsOfBoth(lookup, leftQuestion, rightQuestion);
  const left = endsOf(lookup, byQuestion, leftQuestion, both);
  const right = endsOf(lookup, byQuestion, rightQuestion, both);
  const [rows, columns] = [
    [...left.themes, ...left.priorities],
    [...right.themes, ...right.priorities],
  ];
  const tables = countTables(rows, columns, both.length);
  const withheld = withholdPairs({ left: rows, right: columns, tables }, threshold);
  return { leftQuestion, rightQuestion, answeredBoth: both.length, left, right, tables, withheld };
}

function endsOf(
  lookup: StudyLookup,
  byQuestion: CountsByQuestion,
  question: QuestionId,
  both: readonly number[],
): CrossEnds {
  const releasable = byQuestion.get(question);
  const end = <Id>(id: Id, codes: readonly CodeId[]): CrossEnd<Id> => {
    const key = releasable?.counts.keyOf(codes) ?? '';
    const people = releasable?.counts.people.get(key);
    return {
      id,
      codes: new Set(releasable?.counts.shares.sets.get(key)?.codes),
      withheld: releasable?.withheld.sets.has(key) ?? true,
      marks: Uint8Array.from(both, (person) => people?.[person] ?? 0),
    };
  };
  const { themes, priorities } = lookup.snapshot;
  const counted = themes.filter((theme) => theme.questions.includes(question));
  const asked = question === priorityQuestion(lookup) ? priorities : [];
  return {
    themes: counted.map((theme) => end(theme.id, theme.codes)),
    priorities: asked.map((priority) => end(priority.id, priority.codes)),
  };
}

function countTables(left: readonly CrossEnd[], right: readonly CrossEnd[], rows: number): Cells[] {
  const rightCounts = right.map(({ marks }) => countMarked(marks));
  return left.flatMap((one) => {
    // Themes are of few participants, so their rows are walked and not all rows.
    const having = [...one.marks.keys()].filter((row) => one.marks[row] === 1);
    return right.map(({ marks }, j): Cells => {
      let both = 0;
      for (const row of having) both += marks[row] ?? 0;
      const rightOnly = (rightCounts[j] ?? 0) - both;
      return [both, having.length - both, rightOnly, rows - having.length - rightOnly];
    });
  });
}
