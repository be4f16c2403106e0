/** The built command, serving a database on a free port of this machine, and how much memory it has taken. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../bin/firsthand.js');

export interface BuiltServer {
  url: string;
  /** The most memory that the process has held, in MB; null where the system does not tell (it is Linux that does). */
  peakMegabytes(): number | null;
  stop(): Promise<void>;
  /** As when the machine loses its power: nothing is brought to its end. */
  kill(): Promise<void>;
}

export function startBuiltServer(database: string, port = 0): Promise<BuiltServer> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', String(port), '--database', database]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: 'SIGTERM' | 'SIGKILL') => () => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = said.match(/(http:\/\/\S+)\/#sign-in=\S+/)?.[1];
      if (url === undefined) return;
      resolve({
        url,
        peakMegabytes: () => peakOf(child.pid),
        stop: end('SIGTERM'),
        kill: end('SIGKILL'),
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`the server ended before it said where it is:\n${said}`)));
  });
}

function peakOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = readFileSync(file, 'utf8').match(/^VmHWM:\s+(\d+) kB$/m)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
