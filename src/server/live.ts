/**
 * Live updates as server-sent events: who has a study open is told what has been kept there, as far as they may see it.
 * Events carry ids alone; the browser then asks for what it shows.
 */
import { z } from 'zod';
import { type Role, roleIn, roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { accountOfSession } from '../access/sign-in.ts';
import type { LiveEvent } from '../code/model.ts';
import { isBlind, type SightNow, seesWith, sightOf } from '../code/visible-codings.ts';
import type { Store } from '../store/database.ts';
import { liveBus, type StoreEvent } from '../store/live.ts';

/** Keeps proxies from closing the connection, and notices sessions that have ended. */
const HEARTBEAT_MS = 15_000;

interface Listening {
  store: Store;
  studyId: string;
  accountId: string;
  session: string;
  role: Role;
}

const live = studyRoute({
  method: 'get',
  path: '/api/studies/:study/live',
  summary: 'What happens in the study from now on, as server-sent events',
  mayCall: roles,
  gives: z.string(),
  async handle({ store, study, account, session }) {
    const who = { store, session, accountId: account.accountId, ...study };
    return { status: 200, contentType: 'text/event-stream; charset=utf-8', stream: await eventsFor(who) };
  },
});

async function eventsFor(who: Listening): Promise<ReadableStream<Uint8Array>> {
  const { store, studyId } = who;
  let sight = await sightOf(store, who);
  let stopListening = () => {};
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = () => {
    stopListening();
    clearInterval(heartbeat);
  };
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const encoder = new TextEncoder();
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`);
      // One after the other, so that nothing is judged by a sight that an earlier event has changed.
      let turn = Promise.resolve();
      const inTurn = (work: () => Promise<void>) => {
        turn = turn.then(work).catch(() => {
          stop();
          controller.error(new Error('live updates failed'));
        });
      };
      stopListening = await liveBus(store).listen(studyId, (event) =>
        inTurn(async () => {
          if (event.kind === 'pass' || event.kind === 'members') {
            const now = await sightOf(store, { ...who, role: (await currentRole(who)) ?? 'reader' });
            if (!isSameSight(sight, now)) send({ kind: 'sight', id: '' });
            sight = now;
          }
          const told = eventSeenWith(sight, event);
          if (told !== null) send(told);
        }),
      );
      heartbeat = setInterval(
        () =>
          inTurn(async () => {
            if ((await currentRole(who)) !== null) return write(':\n\n');
            stop();
            controller.close();
          }),
        HEARTBEAT_MS,
      );
      write(':\n\n');
    },
    cancel: stop,
  });
}

/** Null where the session is over or the account is no longer of the study. */
async function currentRole({ store, studyId, accountId, session }: Listening): Promise<Role | null> {
  const account = await accountOfSession(store, session, new Date().toISOString());
  return account === null ? null : roleIn(store, studyId, accountId);
}

function isSameSight(before: SightNow, now: SightNow): boolean {
  if (before.sight === 'settled codings' && now.sight === 'settled codings') {
    return [...before.unsettled].toSorted().join() === [...now.unsettled].toSorted().join();
  }
  return before.sight === now.sight;
}

/** The event as it is told to somebody, or null where they must not know of it. */
export function eventSeenWith(sight: SightNow, event: StoreEvent): LiveEvent | null {
  const { kind, id, answer, coder, passId } = event;
  const told = { id, ...(answer === undefined ? {} : { answer }) };
  if (kind === 'members') return null;
  if (kind === 'memo') {
    if (sight.sight === 'settled codings') return null;
    return isBlind(sight) && coder !== sight.coder ? null : { kind, ...told };
  }
  const isOfCoding = coder !== undefined && passId !== undefined;
  if (isOfCoding && !seesWith(sight)({ coder, pass_id: passId })) return null;
  return { kind, ...told };
}

export const liveRoutes = [live];
