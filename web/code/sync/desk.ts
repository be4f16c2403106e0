/**
 * A coder's desk: what they do is shown at once, kept in the browser, and sent in order as soon as there is a connection.
 * One desk for each account and study; several windows share the outbox, and one of them at a time sends.
 */
import { v7 as newUuid } from 'uuid';
import type { Finished, MemoEdit, NewCoding, PassId, WorkingCoding } from '../../../src/code/model.ts';
import { type AnswerKey, answerKey, type CoderId, type CodingId } from '../../../src/study/ids.ts';
import type { Localised } from '../../../src/study/localised.ts';
import type { Pass } from '../../../src/study/model.ts';
import { Refusal } from '../../kit/http.ts';
import { rememberOwn } from '../../kit/own-work.ts';
import { deliver, troubleOf } from './deliver.ts';
import { type Act, type CodingContent, did, emptyHistory, type History, redo, undo } from './history.ts';
import { type KeptOutbox, keptOutbox } from './kept-outbox.ts';
import { endedBy, expected, type OutboxItem, type Settled, type Waiting, withoutGround } from './outbox.ts';

export type Connection = 'connected' | 'lost' | 'session over';

export interface Refused {
  id: string;
  item: OutboxItem;
  told: Localised;
  code: string | undefined;
}

export interface DeskState {
  waiting: readonly Waiting[];
  settled: Settled;
  refused: readonly Refused[];
  connection: Connection;
  histories: ReadonlyMap<PassId, History>;
}

export interface Owner {
  account: string;
  study: string;
  coder: CoderId;
}

export interface DeskStore {
  owner: Owner;
  subscribe(listener: () => void): () => void;
  state(): DeskState;
  code(pass: Pass, content: CodingContent, supersedes: WorkingCoding | null, textHash: string): CodingId;
  end(coding: WorkingCoding, textHash: string): void;
  finish(passId: PassId, finished: Finished): void;
  writeMemo(memo: string, edit: MemoEdit): void;
  /** @returns the answer on which something was turned back, or null where there is nothing to turn back */
  undo(passId: PassId, pass: Pass): AnswerKey | null;
  redo(passId: PassId, pass: Pass): AnswerKey | null;
  setAside(id: string): void;
  /** The server's own list shows these codings by now; what it says of them later holds. */
  seen(ids: ReadonlySet<CodingId>): void;
}

/** What windows tell each other. */
type Word = { added: true } | { delivered: number; coding: WorkingCoding | undefined } | { refused: number };

const LONGEST_WAIT_MS = 15_000;
const desks = new Map<string, DeskStore>();

/** The desk of this account in this study; what waited from before is sent at once. */
export function deskOf(owner: Owner): DeskStore {
  const name = `${owner.account}/${owner.study}`;
  const desk = desks.get(name) ?? openDesk(owner, name, keptOutbox(name));
  desks.set(name, desk);
  return desk;
}

function openDesk(owner: Owner, name: string, outbox: KeptOutbox): DeskStore {
  let state: DeskState = {
    waiting: [],
    settled: { made: new Map(), ended: new Set() },
    refused: [],
    connection: 'connected',
    histories: new Map(),
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<DeskState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const windows = new BroadcastChannel(`firsthand-outbox/${name}`);
  const say = (word: Word) => windows.postMessage(word);

  const history = (passId: PassId) => state.histories.get(passId) ?? emptyHistory;
  const remember = (passId: PassId, next: History) =>
    set({ histories: new Map(state.histories).set(passId, next) });

  function add(item: OutboxItem): void {
    for (const id of concerned(item)) rememberOwn(id);
    const waiting: Waiting = { item, place: null };
    set({ waiting: [...state.waiting, waiting] });
    void outbox.keep(item).then(
      (place) => {
        set({ waiting: state.waiting.map((one) => (one === waiting ? { item, place } : one)) });
        say({ added: true });
        void sendAll();
      },
      (error: unknown) => {
        set({ waiting: state.waiting.filter((one) => one !== waiting) });
        refuse(item, notKept(error), undefined);
      },
    );
  }

  function refuse(item: OutboxItem, told: Localised, code: string | undefined): void {
    // The same code on the same words is there already: what was wanted is so.
    if (code === 'already coded') return;
    set({ refused: [...state.refused, { id: newUuid(), item, told, code }] });
  }

  function settle(place: number, coding: WorkingCoding | undefined): void {
    const done = state.waiting.find((one) => one.place === place)?.item;
    const made = new Map(state.settled.made);
    const ended = new Set(state.settled.ended);
    if (coding !== undefined && coding.ended === null) made.set(coding.id, coding);
    if (coding !== undefined && coding.ended !== null) ended.add(coding.id);
    if (done !== undefined) for (const id of endedBy(done)) ended.add(id);
    for (const id of ended) made.delete(id);
    set({ waiting: state.waiting.filter((one) => one.place !== place), settled: { made, ended } });
  }

  async function load(): Promise<void> {
    const kept = await outbox.all();
    const unkept = state.waiting.filter(({ place }) => place === null);
    for (const { item } of kept) for (const id of concerned(item)) rememberOwn(id);
    set({ waiting: [...kept, ...unkept] });
  }

  let isSending = false;
  let isWanted = false;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  async function sendAll(): Promise<void> {
    isWanted = true;
    if (isSending) return;
    isSending = true;
    clearTimeout(wait);
    try {
      // Another window that holds the lock sends what is kept, this window's items too.
      await navigator.locks.request(`firsthand-outbox/${name}`, async () => {
        while (isWanted) {
          isWanted = false;
          await sendKept();
        }
      });
    } finally {
      isSending = false;
    }
  }

  async function sendKept(): Promise<void> {
    const groundless = new Set<number>();
    const kept = await outbox.all();
    for (const { place, item } of kept) {
      if (groundless.has(place)) continue;
      try {
        const coding = await deliver(item, owner);
        await outbox.remove(place);
        settle(place, coding);
        say({ delivered: place, coding });
        failures = 0;
        if (state.connection !== 'connected') set({ connection: 'connected' });
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble !== 'refused') return hold(trouble);
        const without = kept.filter((later) => withoutGround(item, later.item));
        for (const dropped of [{ place }, ...without]) {
          groundless.add(dropped.place);
          await outbox.remove(dropped.place);
          set({ waiting: state.waiting.filter((one) => one.place !== dropped.place) });
          say({ refused: dropped.place });
        }
        if (error instanceof Refusal) refuse(item, error.told, error.code);
      }
    }
  }

  /** Everything stays where it is until the connection, or the person, is back. */
  function hold(connection: Exclude<Connection, 'connected'>): void {
    failures++;
    if (state.connection !== connection) set({ connection });
    const longest = Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(failures, 10));
    wait = setTimeout(() => void sendAll(), longest * (0.5 + Math.random() / 2));
  }

  windows.onmessage = ({ data }: MessageEvent<Word>) => {
    if ('added' in data) void load();
    else if ('delivered' in data) settle(data.delivered, data.coding);
    else set({ waiting: state.waiting.filter(({ place }) => place !== data.refused) });
  };
  addEventListener('online', () => void sendAll());
  // Signing in happens in another window; coming back from it is the moment to go on.
  addEventListener('focus', () => state.waiting.length > 0 && void sendAll());
  void load().then(sendAll);

  function make(pass: Pass, content: CodingContent, id: CodingId, supersedes: CodingId | null): void {
    const coding: NewCoding = { ...content, id, supersedes };
    add({ kind: 'coding', coding, pass });
  }

  function turn(passId: PassId, pass: Pass, direction: typeof undo): AnswerKey | null {
    const turned = direction(history(passId), newCodingId);
    if (turned === null) return null;
    remember(passId, turned.history);
    for (const act of turned.acts) carryOut(act, turned.history, pass);
    return turned.answer;
  }

  function carryOut(act: Act, { slotOf, content }: History, pass: Pass): void {
    if (act.kind === 'make') {
      make(pass, act.content, act.id, act.supersedes);
      return;
    }
    const known = content.get(slotOf.get(act.id) ?? act.id);
    if (known === undefined) return;
    add({ kind: 'end', coding: expectedOf({ ...known, id: act.id, supersedes: null }, pass) });
  }

  const expectedOf = (coding: NewCoding, pass: Pass) =>
    expected({ kind: 'coding', coding, pass }, owner.coder, new Date().toISOString());

  return {
    owner,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    code(pass, content, supersedes, textHash) {
      const id = newCodingId();
      const ended =
        supersedes === null ? [] : [{ id: supersedes.id, content: contentOf(supersedes, textHash) }];
      remember(
        content.passId,
        did(history(content.passId), answerKey(content), { made: [{ id, content }], ended }),
      );
      make(pass, content, id, supersedes?.id ?? null);
      return id;
    },
    end(coding, textHash) {
      const ended = [{ id: coding.id, content: contentOf(coding, textHash) }];
      remember(coding.passId, did(history(coding.passId), answerKey(coding), { ended }));
      add({ kind: 'end', coding });
    },
    finish: (passId, finished) => add({ kind: 'finished', passId, finished }),
    writeMemo: (memo, edit) => add({ kind: 'memo', memo, edit }),
    undo: (passId, pass) => turn(passId, pass, undo),
    redo: (passId, pass) => turn(passId, pass, redo),
    setAside: (id) => set({ refused: state.refused.filter((one) => one.id !== id) }),
    seen(ids) {
      const { made, ended } = state.settled;
      if (![...made.keys()].some((id) => ids.has(id))) return;
      set({ settled: { made: new Map([...made].filter(([id]) => !ids.has(id))), ended } });
    },
  };
}

/** Every coding that comes or goes with the item. */
const concerned = (item: OutboxItem) =>
  item.kind === 'coding' ? [item.coding.id, ...endedBy(item)] : endedBy(item);

const newCodingId = () => newUuid() as CodingId; // a UUID fits an id's form

function contentOf(coding: WorkingCoding, textHash: string): CodingContent {
  const { participant, question, wave, code, polarity, span, passId, codebookVersion, origin } = coding;
  return { participant, question, wave, code, polarity, span, passId, codebookVersion, origin, textHash };
}

function notKept(error: unknown): Localised {
  const why = error instanceof Error ? error.message : String(error);
  return {
    ko: `이 브라우저가 저장하지 못했습니다(${why}). 다시 코딩하세요`,
    en: `this browser could not keep it (${why}); code it again`,
  };
}
