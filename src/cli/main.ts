/** The `firsthand` command. */
import { accountCommand } from './account.ts';
import { agreementCommand } from './agreement.ts';
import { analyseCommand } from './analyse.ts';
import { auditCommand } from './audit.ts';
import { checkCommand } from './check.ts';
import { convertCommand } from './convert.ts';
import { dedupeCommand } from './dedupe.ts';
import { digestCommand } from './digest.ts';
import { exportCommand } from './export-study.ts';
import { importCommand } from './import-study.ts';
import { newCommand } from './new.ts';
import { redactCommand } from './redact.ts';
import { languageOf, runCommandLine } from './run.ts';
import { scanCommand } from './scan.ts';
import { serveCommand } from './serve.ts';

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const given = process.argv.slice(2);
process.exitCode = await runCommandLine(
  [
    analyseCommand,
    checkCommand,
    serveCommand,
    importCommand,
    exportCommand,
    newCommand,
    redactCommand,
    agreementCommand,
    dedupeCommand,
    scanCommand,
    convertCommand,
    digestCommand,
    accountCommand,
    auditCommand,
  ],
  given,
  {
    language: languageOf(given, process.env),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
  },
);
