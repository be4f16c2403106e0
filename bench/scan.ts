/**
 * The scan as a whole on recorded answers of real sources, served on this machine, and on real reference files: once by
 * `firsthand scan` and once from the screen, each killed in the middle of a run and taken up again; then duplicates,
 * screening by two people to a stop that can be defended, appraisal and the digest. What has to hold is checked on the way.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecords } from '../src/scan/files/read-records.ts';
import { type SourceServer, startSourceServer } from '../src/scan/testing/source-server.ts';
import { launchBrowser } from '../testing/browser.ts';
import { appraiseIncluded, fetchDigests } from './scan/appraisal.ts';
import { scanByCommand } from './scan/by-command.ts';
import { scanFromScreen } from './scan/by-screen.ts';
import { type Kept, keptIn, type Place, preparePlace } from './scan/database.ts';
import { expectThat } from './scan/expect.ts';
import { decidePairs } from './scan/pairs.ts';
import { type Recordings, readRecordings } from './scan/recordings.ts';
import { screenTogether } from './scan/screening.ts';
import { callsOf } from './workbench/calls.ts';

interface Given {
  source: SourceServer;
  recordings: Recordings;
  files: readonly string[];
}

/** `--responses FOLDER --files A,B`: recordings in a folder for each source, and the files to take in. */
export default async function benchScan(args: string[]): Promise<object> {
  const { responses, files = '' } = parseArgs({
    args,
    options: { responses: { type: 'string' }, files: { type: 'string' } },
  }).values;
  expectThat(responses !== undefined && files !== '', 'expected --responses FOLDER --files FILE,FILE');
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-bench-scan-'));
  const source = await startSourceServer();
  const recordings = readRecordings(responses);
  process.env.FIRSTHAND_SCAN_ADDRESSES = [...new Set(recordings.searches.map(({ source: name }) => name))]
    .map((name) => `${name}=${source.address}/${name}`)
    .join(',');
  try {
    return await scanBothWays(folder, {
      source,
      recordings,
      files: files.split(',').map((file) => resolve(file)),
    });
  } finally {
    await source.close();
    await rm(folder, { recursive: true });
  }
}

async function scanBothWays(folder: string, given: Given): Promise<object> {
  const byCommand = await preparePlace(join(folder, 'command.sqlite'));
  const command = await scanByCommand(byCommand, given);
  const commandKept = await keptIn(byCommand);
  console.error(`bench scan: by command, ${commandKept.hashes.size} records`);
  expectThat(
    command.written === commandKept.documents.length,
    `--out wrote ${command.written} documents; expected ${commandKept.documents.length}`,
  );
  const fromScreen = await preparePlace(join(folder, 'screen.sqlite'));
  const browser = await launchBrowser();
  const { server, pages_asked } = await scanFromScreen(browser, fromScreen, given).finally(() =>
    browser.close(),
  );
  try {
    const screenKept = await keptIn(fromScreen);
    console.error(`bench scan: from the screen, ${screenKept.hashes.size} records; screening them`);
    const expected = await namesExpected(given);
    const doubled = commandKept.doubled + screenKept.doubled;
    const lost = [commandKept, screenKept].flatMap(({ hashes }) =>
      expected.filter((name) => !hashes.has(name)),
    );
    const added = [commandKept, screenKept].flatMap(({ hashes }) =>
      [...hashes.keys()].filter((name) => !expected.includes(name)),
    );
    expectThat(doubled === 0, `${doubled} records were kept twice`);
    expectThat(lost.length === 0, `lost: ${lost.join(', ')}`);
    expectThat(added.length === 0, `kept though nobody gave them: ${added.join(', ')}`);
    const same_records = isSame(commandKept, screenKept);
    expectThat(same_records, 'the command and the screen kept different records or joined them differently');
    return {
      command: { pages_asked: command.pages_asked, ...figuresOf(commandKept) },
      screen: { pages_asked, ...figuresOf(screenKept) },
      doubled,
      lost: lost.length,
      same_records,
      ...(await workThrough(server.url, fromScreen)),
    };
  } finally {
    await server.stop();
  }
}

/** Duplicates, screening, appraisal and the digest, over HTTP as the pages do it. */
async function workThrough(url: string, { study, lead, second }: Place): Promise<object> {
  const [asLead, asSecond] = [callsOf(url, study, lead), callsOf(url, study, second)];
  const pairs = await decidePairs(asLead);
  const screened = await screenTogether(asLead, asSecond);
  const appraised = await appraiseIncluded(asLead);
  return {
    pairs,
    screened,
    appraised: appraised.length,
    digest: await fetchDigests(asLead, appraised),
  };
}

/** Every record that the sources and the files give, by source and key. */
async function namesExpected({ recordings, files }: Given): Promise<string[]> {
  const names = recordings.searches.flatMap(({ source, keys }) => keys.map((key) => `${source} ${key}`));
  for (const file of files) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32);
    for await (const { source } of readRecords(file, 'en', () => {}))
      names.push(`file ${content}#${source.index}`);
  }
  return names;
}

function isSame(left: Kept, right: Kept): boolean {
  const sorted = ({ hashes, documents }: Kept) => JSON.stringify([[...hashes].sort(), documents]);
  return sorted(left) === sorted(right);
}

function figuresOf({ hashes, documents, runs }: Kept): object {
  expectThat(
    runs.every(({ state }) => state === 'finished'),
    `runs that are not finished: ${runs.map(({ source, state }) => `${source} ${state}`).join(', ')}`,
  );
  return {
    runs: runs.map(({ source, received, fresh, problems }) => ({
      source,
      received,
      fresh,
      problems: JSON.parse(problems),
    })),
    records: hashes.size,
    documents: documents.length,
  };
}
