import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Suggestions } from '../code/suggestion-model.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

atEveryAddress('hints', (address) => {
  let server: RunningServer;
  let lead: Person;
  let kim: Person;
  const pass = newId();

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: [
        { times: 6, language: 'ko', answers: { q1: '망상이 심해져서 왔다' }, agreed: { q1: 'DELUSION' } },
        { id: 'new', language: 'ko', answers: { q1: '챗봇 때문에 망상이 생겼다' } },
      ],
      unused: ['OTHER'],
    });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', 'lead', 'lead');
    kim = await person(server, 'small', 'kim', 'coder');
  });
  afterAll(() => server.stop());

  async function suggestions(who = kim): Promise<Suggestions> {
    const { body } = await who.get('/suggestions?participant=new&question=q1&wave=w1');
    return Suggestions.parse(body);
  }

  describe('suggestions', () => {
    it('come from what the team decided, with a confidence', async () => {
      const told = await suggestions();
      expect(told).toMatchObject({ state: 'on', learnedFrom: 6 });
      if (told.state === 'on') expect(told.codes[0]).toMatchObject({ code: 'DELUSION' });
    });

    it('are off in an independent pass, for those too who do not code in it', async () => {
      const assign = { coders: ['kim'], participants: 'all', shared: 1, seed: 1 };
      await lead.post('/passes', { id: pass, kind: 'independent', label: 'x', codebookVersion: 1, assign });
      await lead.post(`/passes/${pass}/open`);
      expect(await suggestions()).toEqual({ state: 'off', reason: 'independent pass' });
      expect(await suggestions(lead)).toEqual({ state: 'off', reason: 'independent pass' });
      await lead.post(`/passes/${pass}/close`);
      expect(await suggestions()).toMatchObject({ state: 'on' });
    });

    it('can be switched off by the lead', async () => {
      expect((await kim.put('/settings', { suggestions: false, assistant: false })).status).toBe(403);
      await lead.put('/settings', { suggestions: false, assistant: false });
      expect(await suggestions()).toEqual({ state: 'off', reason: 'switched off' });
      await lead.put('/settings', { suggestions: true, assistant: false });
    });

    it('leave out what one gave already, and codes that are retired', async () => {
      const retired = ['DELUSION', 'OTHER'].map((id) => ({
        id,
        label: { en: id },
        definition: { en: id },
        origin: 'prior',
        ...(id === 'DELUSION' ? { retired: true } : {}),
      }));
      const published = { basedOn: 1, codes: retired, changes: [], note: '' };
      expect((await lead.post('/codebook', published)).status).toBe(200);
      const told = await suggestions();
      if (told.state !== 'on') throw new Error('expected suggestions');
      expect(told.codes.map(({ code }) => code)).not.toContain('DELUSION');
    });
  });
});
