/** A writer to be killed: brings in one small study after the other and says each time that it is kept. */
import { writeSync } from 'node:fs';
import { openStore } from '../database.ts';
import { importSnapshot } from '../snapshots.ts';
import { smallStudy } from './small-study.ts';

const [file, firstNumber] = process.argv.slice(2);
const store = await openStore({ kind: 'sqlite', file });
for (let number = Number(firstNumber); ; number++) {
  await importSnapshot(store, smallStudy(`study-${number}`), '2026-01-01T00:00:00.000Z');
  // Synchronous, so that nothing acknowledged waits in a buffer when the process is killed.
  writeSync(1, `${number}\n`);
}
