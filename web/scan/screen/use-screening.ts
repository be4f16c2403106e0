/**
 * Reading records one after the other: the next one is fetched while the present one is read, so that a decision is
 * followed by it at once; the decision is kept meanwhile.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { NewScreening, NextRecord, WhereReadingStands } from '../../../src/scan/screening/model.ts';
import { decide, fetchNext, fetchScreened, fetchStanding, type Order } from './api.ts';

export type Verdict = 'include' | 'exclude' | 'unsure';

interface Made {
  screening: string;
  record: string;
}

/** How often the foot looks again while the records are read in. */
const PREPARING_MS = 2000;

export interface ScreeningDesk {
  shown: NextRecord | null;
  standing: WhereReadingStands | null;
  order: Order;
  error: Error | null;
  canTakeBack: boolean;
  setOrder(order: Order): void;
  decide(verdict: Verdict, reason: string | null): void;
  takeBack(): void;
  /** Asks for the record that is shown once more: its sources were parted or joined. */
  lookAgain(): void;
}

export function useScreening(study: string): ScreeningDesk {
  const [order, setOrder] = useState<Order>('ranked');
  const [shown, setShown] = useState<NextRecord | null>(null);
  const [standing, setStanding] = useState<WhereReadingStands | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [made, setMade] = useState<readonly Made[]>([]);
  const ahead = useRef<Promise<NextRecord> | null>(null);
  /** One after the other: what takes a decision back must not overtake it. */
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** Decided here and not yet known to be kept: the server would give them once more. */
  const unkept = useRef(new Set<string>());

  const show = useCallback(
    (next: NextRecord) => {
      setShown(next);
      setStanding(next.standing);
      if (next.document === null) return;
      ahead.current = fetchNext(study, order, [...unkept.current, next.document.id]);
      ahead.current.catch(() => {}); // it is asked for again when its turn comes
    },
    [study, order],
  );

  useEffect(() => {
    let isCurrent = true;
    ahead.current = null;
    fetchNext(study, order, [...unkept.current]).then(
      (next) => isCurrent && show(next),
      (reason: Error) => isCurrent && setError(reason),
    );
    return () => {
      isCurrent = false;
    };
  }, [study, order, show]);

  const isPreparing = standing?.learned.state === 'preparing';
  useEffect(() => {
    if (!isPreparing) return;
    const timer = setInterval(() => void fetchStanding(study).then(setStanding, () => {}), PREPARING_MS);
    return () => clearInterval(timer);
  }, [study, isPreparing]);

  const keep = async (screening: NewScreening) => {
    const kept = sending.current.then(() => decide(study, screening));
    sending.current = kept.catch(() => {}); // told to whoever sent it
    await kept;
    void fetchStanding(study).then(setStanding, () => {}); // the foot alone; the next record brings it too
  };

  const onDecide = (verdict: Verdict, reason: string | null) => {
    if (shown?.document == null) return;
    const { document, drawn, screening } = shown;
    const id = newId();
    setError(null);
    setMade((before) => [...before, { screening: id, record: document.id }]);
    unkept.current.add(document.id);
    const kept = keep({
      id,
      record: document.id,
      decision: verdict,
      reason,
      note: '',
      drawn,
      supersedes: screening?.mine?.id ?? null,
    });
    const fetchAnew = () => fetchNext(study, order, [...unkept.current]);
    setShown(null);
    (ahead.current?.catch(fetchAnew) ?? fetchAnew()).then(show, setError);
    kept
      .finally(() => unkept.current.delete(document.id))
      .catch((failure: Error) => {
        // What was not kept comes back to be decided again.
        setError(failure);
        setMade((before) => before.filter(({ screening: one }) => one !== id));
        setShown(shown);
      });
  };

  const onTakeBack = async () => {
    const last = made.at(-1);
    if (last === undefined) return;
    setError(null);
    await keep({
      id: newId(),
      record: last.record,
      decision: 'taken back',
      reason: null,
      note: '',
      drawn: 'chosen',
      supersedes: last.screening,
    });
    setMade(made.slice(0, -1));
    const { document, screening, why } = await fetchScreened(study, last.record);
    const where = await fetchStanding(study);
    show({ document, screening, why, drawn: 'ranked', standing: where });
  };

  const onLookAgain = async () => {
    if (shown?.document == null) return;
    const again = await fetchScreened(study, shown.document.id);
    setShown((now) => (now?.document?.id === again.document.id ? { ...now, ...again } : now));
    setStanding(await fetchStanding(study));
  };

  return {
    shown,
    standing,
    order,
    error,
    canTakeBack: made.length > 0,
    setOrder,
    decide: onDecide,
    takeBack: () => void onTakeBack().catch(setError),
    lookAgain: () => void onLookAgain().catch(setError),
  };
}
