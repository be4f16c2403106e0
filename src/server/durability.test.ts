/** The command serves, coders code, the process is killed: what was answered with 200 is there, and nothing twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { writeStudyFolder } from '../collect/write-study-folder.ts';
import { sha256 } from '../kernel/hash.ts';
import { studyOf } from '../study/testing.ts';
import { type RunningServer, startServer } from './start.ts';
import { person } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-kill-'));
const database = join(folder, 'studies.sqlite');
const study = join(folder, 'small');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const TEXT = '환자가 약을 끊어도 되냐고 GPT에게 물었다. '.repeat(60);
const AT_ONCE = 6;
const pass = newId();

function startHere(): Promise<RunningServer> {
  return startServer({
    database: { kind: 'sqlite', file: database },
    studies: [study],
    port: 0,
    logger: pino({ level: 'silent' }),
    clock: () => new Date().toISOString(),
  });
}

/** A study with a pass in which one coder was given the only answer; returns the coder's cookie. */
async function prepare(): Promise<string> {
  const people = [{ language: 'ko' as const, answers: { q1: TEXT } }];
  const sketch = { questions: { q1: 'experience' as const }, people, unused: ['LH06'] };
  await writeStudyFolder(studyOf(sketch), study);
  const server = await startHere();
  const lead = await person(server, 'small', '책임자', 'lead');
  const { cookie } = await person(server, 'small', '김지은', 'coder');
  const assign = { coders: ['김지은'], participants: 'all', shared: 1, seed: 1 };
  await lead.post('/passes', { id: pass, kind: 'independent', label: '1차', codebookVersion: 1, assign });
  await lead.post(`/passes/${pass}/open`);
  await server.stop();
  return cookie;
}

/** The command in a process of its own, as somebody would start it. */
async function serve(): Promise<{ url: string; kill: () => Promise<void> }> {
  const command = join(import.meta.dirname, '../cli/main.ts');
  const given = ['serve', study, '--port', '0', '--database', database];
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    said += chunk;
    const link = /http:\/\/\S+(?=\/#sign-in=)/.exec(said)?.[0];
    if (link === undefined) continue;
    const kill = () => {
      child.kill('SIGKILL');
      return gone;
    };
    return { url: link, kill };
  }
  throw new Error(`the command ended before it printed its link: ${said}`);
}

const coding = (nth: number) => ({
  id: newId(),
  passId: pass,
  participant: 'P001',
  question: 'q1',
  wave: 'w1',
  code: 'LH06',
  polarity: null,
  span: { start: nth, end: nth + 1, quote: TEXT.charAt(nth) },
  textHash: sha256(TEXT),
  codebookVersion: 1,
  origin: 'person',
  supersedes: null,
});
type Sent = ReturnType<typeof coding>;

describe('a coding that was acknowledged', () => {
  it('is there after the process is killed, and once however often it is sent', async () => {
    const cookie = await prepare();
    const sent: Sent[] = [];
    const acknowledged = new Set<string>();
    const post = async (url: string, body: Sent): Promise<number> => {
      const address = `${url}/api/studies/small/codings`;
      const response = await fetch(address, {
        method: 'POST',
        headers: { cookie },
        body: JSON.stringify(body),
      });
      await response.arrayBuffer();
      return response.status;
    };
    const there = async (url: string): Promise<string[]> => {
      const response = await fetch(`${url}/api/studies/small/codings?count=1000`, { headers: { cookie } });
      const { codings }: { codings: { id: string }[] } = await response.json();
      return codings.map(({ id }) => id);
    };

    for (const acknowledgements of [40, 7]) {
      const server = await serve();
      const until = acknowledged.size + acknowledgements;
      let killed: Promise<void> | null = null;
      const coder = async () => {
        while (killed === null) {
          const body = coding(sent.length);
          sent.push(body);
          // What is cut off was not acknowledged; that is the point.
          const status = await post(server.url, body).catch(() => null);
          if (status === null) return;
          expect(status).toBe(200);
          acknowledged.add(body.id);
          if (acknowledged.size >= until) killed ??= server.kill();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, coder));
      await killed;
    }

    const server = await startHere();
    const kept = await there(server.url);
    expect([...acknowledged].filter((id) => !kept.includes(id))).toEqual([]);
    expect(kept.filter((id) => !sent.some((one) => one.id === id))).toEqual([]);
    for (const body of sent) expect(await post(server.url, body)).toBe(200);
    expect((await there(server.url)).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
    const lead = await person(server, 'small', '살펴보는이', 'lead');
    expect((await lead.get('/audit/verify')).body).toMatchObject({
      whole: true,
      codings: { checked: sent.length, differing: [] },
    });
    await server.stop();
  });
});
