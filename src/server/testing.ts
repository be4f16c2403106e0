/** The real server for tests: the sample study in a database in memory, on a free port. */
import { join } from 'node:path';
import { pino } from 'pino';
import { packageRoot } from '../kernel/package-root.ts';
import { type RunningServer, startServer } from './start.ts';

export const SAMPLE_STUDY = join(packageRoot(), 'examples', 'genai-psychiatry');

export function startTestServer(studies: readonly string[] = [SAMPLE_STUDY]): Promise<RunningServer> {
  return startServer({
    database: { kind: 'sqlite', file: ':memory:' },
    studies,
    port: 0,
    logger: pino({ level: 'silent' }),
    clock: () => new Date().toISOString(),
  });
}
