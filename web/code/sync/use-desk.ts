/** The desk as a screen of one pass uses it. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Reading } from '../../../src/code/answers-model.ts';
import type { Finished, MemoEdit, WorkingCoding, WorkingPass } from '../../../src/code/model.ts';
import type { AnswerKey, CodingId } from '../../../src/study/ids.ts';
import { useMeInStudy } from '../../kit/me.ts';
import { meQuery } from '../../kit/queries.ts';
import { useStudySlug } from '../../kit/study.ts';
import { type Connection, type DeskState, type DeskStore, deskOf, type Refused } from './desk.ts';
import type { CodingContent } from './history.ts';
import { type DeskCoding, endedBy, expected, livingCodings } from './outbox.ts';

export interface Desk {
  /** Living codings on one answer: those that the server gave, with what is on its way and without what was taken back. */
  codingsOf(answer: AnswerKey, fromServer: readonly WorkingCoding[]): DeskCoding[];
  /** Shown at once, kept in the browser, sent. `supersedes` is the coding in whose place the new one stands. */
  code(content: Omit<CodingContent, 'passId'>, supersedes: WorkingCoding | null): CodingId;
  /** Takes a coding back. */
  end(coding: WorkingCoding, textHash: string): void;
  finish(finished: Finished): void;
  writeMemo(memo: string, edit: MemoEdit): void;
  /** @returns the answer on which something was turned back, so that the screen can go there; null where there is nothing */
  undo(): AnswerKey | null;
  redo(): AnswerKey | null;
  canUndo: boolean;
  canRedo: boolean;
  /** How many things the server has not acknowledged yet. */
  waiting: number;
  connection: Connection;
  refused: readonly Refused[];
  /** The person has read why it was refused. */
  setAside(id: string): void;
}

/** @throws where the caller has no name to code under; screens are not offered to them */
export function useDesk(pass: WorkingPass): Desk {
  const store = useDeskStore();
  const state = useSyncExternalStore(store.subscribe, store.state);
  const onItsWay = useMemo(() => codingsOnTheirWay(state, store), [state, store]);
  const history = state.histories.get(pass.id);
  return useMemo(
    () => ({
      codingsOf: (answer, fromServer) =>
        livingCodings(answer, fromServer, state.settled, onItsWay.codings, onItsWay.endings),
      code: (content, supersedes) =>
        store.code(pass.kind, { ...content, passId: pass.id }, supersedes, content.textHash),
      end: (coding, textHash) => store.end(coding, textHash),
      finish: (finished) => store.finish(pass.id, finished),
      writeMemo: (memo, edit) => store.writeMemo(memo, edit),
      undo: () => store.undo(pass.id, pass.kind),
      redo: () => store.redo(pass.id, pass.kind),
      canUndo: (history?.past.length ?? 0) > 0,
      canRedo: (history?.future.length ?? 0) > 0,
      waiting: state.waiting.length,
      connection: state.connection,
      refused: state.refused,
      setAside: (id) => store.setAside(id),
    }),
    [history, onItsWay, pass, state, store],
  );
}

function useDeskStore(): DeskStore {
  const study = useStudySlug();
  const { coder } = useMeInStudy();
  const { account } = useSuspenseQuery(meQuery).data;
  if (coder === null) throw new Error('useDesk: the account has no name to code under in this study');
  const store = useMemo(() => deskOf({ account, study, coder }), [account, study, coder]);
  useSeenCodings(store);
  return store;
}

/** Tells the desk which codings the server's own lists show, so that it keeps them no longer than needed. */
function useSeenCodings(store: DeskStore): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const [, study, name] = event.query.queryKey;
        if (name !== 'reading' || study !== store.owner.study) return;
        const reading = event.action.data as Reading | null; // what queries of that name hold
        store.seen(new Set(reading?.codings.map(({ id }) => id)));
      }),
    [queries, store],
  );
}

function codingsOnTheirWay({ waiting }: DeskState, { owner }: DeskStore) {
  const endings = new Set(waiting.flatMap(({ item }) => endedBy(item)));
  const codings = waiting.flatMap(({ item }): DeskCoding[] => {
    if (item.kind !== 'coding') return [];
    return [{ ...expected(item, owner.coder, ''), waiting: true }];
  });
  return { codings, endings };
}
