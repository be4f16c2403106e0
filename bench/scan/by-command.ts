/** The scan by `firsthand scan`: the built command, killed without warning in the middle of the longest run, twice. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { readRecords } from '../../src/scan/files/read-records.ts';
import { Run } from '../../src/scan/model.ts';
import type { SourceServer } from '../../src/scan/testing/source-server.ts';
import type { Place } from './database.ts';
import { expectThat } from './expect.ts';
import type { Recordings, Search } from './recordings.ts';

const COMMAND = join(import.meta.dirname, '../../bin/firsthand.js');
/** While this page of a run is waited for, the process is killed. */
const WAITING_FOR = 4;
/** This page of the next attempt has been given, and is being kept. */
const KEEPING = 3;
const KEEPING_MS = 15;

export interface ScannedByCommand {
  /** Pages asked for by each attempt at the run that was killed. */
  pages_asked: number[];
  /** Documents that `--out` wrote as a reference file. */
  written: number;
}

export async function scanByCommand(
  place: Place,
  { source, recordings, files }: { source: SourceServer; recordings: Recordings; files: readonly string[] },
): Promise<ScannedByCommand> {
  const inStudy = ['scan', '--study', place.study, '--database', place.file, '--json'];
  const asked: URL[][] = [];
  const scan = async (given: readonly string[], killAt: 'waiting' | 'keeping' | null): Promise<Run[]> => {
    const child = spawn(process.execPath, [COMMAND, ...inStudy, ...given]);
    source.answer((url, count) => {
      if (killAt === 'waiting' && count === WAITING_FOR) child.kill('SIGKILL');
      if (killAt === 'keeping' && count === KEEPING) setTimeout(() => child.kill('SIGKILL'), KEEPING_MS);
      return recordings.answer(url);
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    asked.push([...source.asked]);
    if (killAt !== null) return [];
    expectThat(code === 0, `\`firsthand scan ${given.join(' ')}\` ended with ${code}:\n${err}`);
    return z.object({ runs: z.array(Run) }).parse(JSON.parse(out)).runs;
  };
  const [longest, ...others] = recordings.searches;
  expectThat(longest !== undefined, 'no search was recorded');
  await scan(asOptions(longest), 'waiting');
  await scan(asOptions(longest), 'keeping');
  await scan(asOptions(longest), null);
  const pages = asked.splice(0);
  const takenUp = pages.slice(1).map(([first]) => first?.searchParams.get('cursorMark'));
  expectThat(
    takenUp.every((cursor) => cursor !== '*'),
    'a run that was killed began anew instead of going on from its cursor',
  );
  for (const search of others) await scan(asOptions(search), null);
  await scan(files, null);
  const found = `${place.file}-found`;
  const again = await scan([...files, '--out', found], null);
  expectThat(
    again.every(({ fresh }) => fresh === 0),
    'the same files once more brought records that were new',
  );
  let written = 0;
  for await (const _ of readRecords(join(found, 'records.ris'), 'en', () => {})) written++;
  return { pages_asked: pages.map(({ length }) => length), written };
}

function asOptions({ source, query }: Search): string[] {
  return ['--source', source, '--query', query];
}
