/**
 * The records of a study and what was decided on them, kept in the server's memory and brought up to date whenever it is
 * asked: from a record to all of them, every view of screening reads this. After a restart it is read anew.
 */
import { createHash } from 'node:crypto';
import type { Store } from '../../store/database.ts';
import { joinedRecords, livingRecords, stateOfGroups } from '../documents/store.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import { type DecisionRows, decisionRows } from './store.ts';

export interface Known {
  /** Changes with the records, not with decisions. */
  groups: string;
  /** In the order in which they were added. */
  records: readonly string[];
  /** The same in an order that rests on chance alone and is the same for everybody. */
  atRandom: readonly string[];
  places: ReadonlyMap<string, number>;
  /** Of those on which somebody decided. */
  judgements: Map<string, Judgement>;
  /** The same as they were written, also what was changed later. */
  rows: ReadonlyMap<string, DecisionRows>;
}

interface Held extends Known {
  joined: Map<string, string>;
  rows: Map<string, DecisionRows>;
  seen: Set<string>;
  since: { screenedSince: string; settledSince: string };
  /** Those who ask at once wait for one another, so that nothing is read twice. */
  turn: Promise<unknown>;
}

/** Decisions are kept in the order of their commits, which need not be that of their times. */
const OVERLAP_MS = 60_000;

const memory = new WeakMap<Store, Map<string, Held>>();

export async function knownOf(store: Store, studyId: string): Promise<Known> {
  const studies = memory.get(store) ?? new Map<string, Held>();
  memory.set(store, studies);
  const held = studies.get(studyId) ?? nothingYet();
  studies.set(studyId, held);
  const turn = held.turn.then(() => catchUp(store, studyId, held));
  // Whoever comes next tries again where this one failed.
  held.turn = turn.catch(() => {});
  await turn;
  return held;
}

function nothingYet(): Held {
  return {
    groups: '',
    records: [],
    atRandom: [],
    places: new Map(),
    judgements: new Map(),
    joined: new Map(),
    rows: new Map(),
    seen: new Set(),
    since: { screenedSince: '', settledSince: '' },
    turn: Promise.resolve(),
  };
}

async function catchUp(store: Store, studyId: string, held: Held): Promise<void> {
  const groups = await stateOfGroups(store, studyId);
  if (groups !== held.groups) {
    const records = await livingRecords(store, studyId);
    const joined = await joinedRecords(store, studyId);
    Object.assign(held, { ...nothingYet(), turn: held.turn, records, joined });
    held.places = new Map(records.map((record, at) => [record, at]));
    held.atRandom = inRandomOrder(studyId, records);
    held.groups = groups;
  }
  const fresh = await decisionRows(store, studyId, held.since);
  const touched = new Set<string>();
  const rowsOf = (record: string): DecisionRows => {
    const now = held.joined.get(record) ?? record;
    touched.add(now);
    const rows = held.rows.get(now) ?? { screenings: [], settlements: [] };
    held.rows.set(now, rows);
    return rows;
  };
  for (const row of fresh.screenings) if (isNew(held, row.screening)) rowsOf(row.record).screenings.push(row);
  for (const row of fresh.settlements)
    if (isNew(held, row.settlement)) rowsOf(row.record).settlements.push(row);
  for (const record of touched) {
    const { screenings, settlements } = rowsOf(record);
    held.judgements.set(record, judgementOf(record, screenings, settlements));
  }
  held.since = {
    screenedSince: later(held.since.screenedSince, fresh.screenings),
    settledSince: later(held.since.settledSince, fresh.settlements),
  };
}

function isNew({ seen }: Held, id: string): boolean {
  const fresh = !seen.has(id);
  seen.add(id);
  return fresh;
}

function later(since: string, rows: readonly { recorded_at: string }[]): string {
  const last = rows
    .map(({ recorded_at }) => recorded_at)
    .sort()
    .at(-1);
  if (last === undefined) return since;
  const overlapping = new Date(Date.parse(last) - OVERLAP_MS).toISOString();
  return overlapping > since ? overlapping : since;
}

function inRandomOrder(studyId: string, records: readonly string[]): string[] {
  const keyed = records.map((record) => ({
    record,
    key: createHash('sha256').update(`${studyId} ${record}`).digest('hex'),
  }));
  return keyed.sort((left, right) => (left.key < right.key ? -1 : 1)).map(({ record }) => record);
}
