/** Runs the command in this process as a person would, and keeps what it said. */
import type { Language } from '../study/localised.ts';
import type { Command, ExitCode } from './command.ts';
import { runCommandLine } from './run.ts';

export interface Said {
  code: ExitCode;
  out: string;
  err: string;
}

export async function say(
  commands: readonly Command[],
  given: readonly string[],
  language: Language = 'en',
): Promise<Said> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(commands, given, {
    language,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    interactive: false,
  });
  return { code, ...said };
}
