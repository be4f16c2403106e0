import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveEvent } from '../code/model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

atEveryAddress('live updates', (address) => {
  let server: RunningServer;
  let lead: Person;
  let kim: Person;
  let lee: Person;
  const calibration = newId();
  const independent = newId();

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = [{ times: 4, answers: { q1: 'text' } }];
    const snapshot = studyOf({ questions: { q1: 'experience' }, people, unused: ['LH06'] });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', 'lead', 'lead');
    kim = await person(server, 'small', 'kim', 'coder');
    lee = await person(server, 'small', 'lee', 'coder');
    for (const [id, kind] of [
      [calibration, 'calibration'],
      [independent, 'independent'],
    ] as const) {
      const assign = { coders: ['kim', 'lee'], participants: 'all', shared: 1, seed: 1 };
      await lead.post('/passes', { id, kind, label: kind, codebookVersion: 1, assign });
    }
  });
  afterAll(() => server.stop());

  /** Listens as a browser does. */
  async function listen(who: Person) {
    const abort = new AbortController();
    const response = await fetch(`${server.url}/api/studies/small/live`, {
      headers: { cookie: who.cookie },
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events: LiveEvent[] = [];
    const waiting: { isIt: (event: LiveEvent) => boolean; found: (event: LiveEvent) => void }[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk, { stream: true });
        const parts = rest.split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts.filter((one) => one.startsWith('data: '))) {
          const event = LiveEvent.parse(JSON.parse(part.slice(6)));
          events.push(event);
          for (const { isIt, found } of waiting) if (isIt(event)) found(event);
        }
      }
    })().catch(() => {});
    return {
      events,
      next: (isIt: (event: LiveEvent) => boolean) =>
        new Promise<LiveEvent>((found) => waiting.push({ isIt, found })),
      stop: () => {
        abort.abort();
        return reading;
      },
    };
  }

  function coding(passId: string, participant: string) {
    const at = { participant, question: 'q1', wave: 'w1', code: 'LH06', passId };
    const cited = { textHash: sha256('text'), codebookVersion: 1, origin: 'person', supersedes: null };
    return { id: newId(), polarity: null, span: null, ...at, ...cited };
  }

  describe('live updates', () => {
    it('tell a coder within a second of what another coder did, by ids alone', async () => {
      await lead.post(`/passes/${calibration}/open`);
      const kims = await listen(kim);
      const body = coding(calibration, 'P001');
      const told = kims.next(({ kind }) => kind === 'coding');
      await lee.post('/codings', body);
      expect(await told).toEqual({ kind: 'coding', id: body.id, answer: 'P001/q1/w1' });
      await kims.stop();
    });

    it('tell the lead of an answer that was read to its end', async () => {
      const leads = await listen(lead);
      const read = { participant: 'P002', question: 'q1', wave: 'w1', finished: true };
      const told = leads.next(({ kind }) => kind === 'finished');
      expect((await lee.post(`/passes/${calibration}/finished`, read)).status).toBe(204);
      expect(await told).toEqual({ kind: 'finished', id: calibration, answer: 'P002/q1/w1' });
      await leads.stop();
    });

    it('tell nothing of it in an independent pass, and that what one may see has changed', async () => {
      const kims = await listen(kim);
      const leads = await listen(lead);
      const blind = kims.next(({ kind }) => kind === 'sight');
      await lead.post(`/passes/${independent}/open`);
      await blind;
      const before = kims.events.length;
      const seenByLead = leads.next(({ kind }) => kind === 'memo');
      await lee.post('/codings', coding(independent, 'P001'));
      const read = { participant: 'P003', question: 'q1', wave: 'w1', finished: true };
      await lee.post(`/passes/${independent}/finished`, read);
      const memo = { expected: 0, subject: { kind: 'code', id: 'LH06' }, text: 'x' };
      await lee.put(`/memos/${newId()}`, memo);
      await seenByLead;
      // What kim does comes after what lee did, so that whatever lee's work told would have come before it.
      const own = coding(independent, 'P002');
      const told = kims.next(({ id }) => id === own.id);
      await kim.post('/codings', own);
      await told;
      expect(kims.events.slice(before)).toEqual([{ kind: 'coding', id: own.id, answer: 'P002/q1/w1' }]);
      await Promise.all([kims.stop(), leads.stop()]);
    });
  });
});
