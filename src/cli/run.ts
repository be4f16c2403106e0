/** Reads the command line, runs the command and turns what happened into words and an exit code. */
import { CommanderError, Command as Program } from 'commander';
import { problemOf, Unreadable } from '../kernel/defects.ts';
import { InputProblems, problemLine } from '../kernel/problems.ts';
import type { Language } from '../study/localised.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { WrongCall } from './command.ts';
import { commandLineFault, helpTitle, words } from './words.ts';

/** `given` as after the program's name: `['check', 'my-study', '--json']`. */
export async function runCommandLine(
  commands: readonly Command[],
  given: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programOf(commands, terminal, async (command, names, options) => {
    code = await command.run(names, options, terminal);
  });
  try {
    await program.parseAsync([...given], { from: 'user' });
    return code;
  } catch (error) {
    return tell(error, given.includes('--json'), terminal);
  }
}

/** `--language`, else what the environment says, else English. */
export function languageOf(given: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = given.indexOf('--language');
  const named = at >= 0 ? given[at + 1] : given.find((one) => one.startsWith('--language='))?.slice(11);
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  if (named === 'ko' || named === 'en') return named;
  return locale.startsWith('ko') ? 'ko' : 'en';
}

function programOf(
  commands: readonly Command[],
  terminal: Terminal,
  run: (command: Command, names: string[], options: Record<string, unknown>) => Promise<void>,
): Program {
  const { language } = terminal;
  const program = configured(new Program('firsthand'), terminal).description(words.program[language]);
  program.helpCommand(false);
  for (const command of commands) {
    const sub = configured(program.command(command.name), terminal).description(command.words[language]);
    for (const argument of command.arguments) sub.argument(argument.name, argument.words[language]);
    for (const option of command.options) sub.option(option.flags, option.words[language]);
    sub.option('--language <ko|en>', words.languageOption[language]);
    sub.action(() => run(command, sub.args, sub.opts()));
  }
  return program;
}

function configured(program: Program, { language, out }: Terminal): Program {
  return program
    .helpOption('-h, --help', words.helpOption[language])
    .configureHelp({ styleTitle: (title) => helpTitle(title, language) })
    .configureOutput({ writeOut: out, writeErr: out, outputError: () => {} })
    .exitOverride();
}

/** Tells what went wrong; with `--json` as JSON where results would be. */
function tell(failure: unknown, json: boolean, terminal: Terminal): ExitCode {
  const { language, out, err } = terminal;
  const error =
    failure instanceof Unreadable ? new InputProblems([problemOf(failure.defect, language)]) : failure;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2;
    err(`${commandLineFault(error, language)}\n`);
    return 2;
  }
  if (error instanceof WrongCall) {
    err(`${error.message}\n`);
    return 2;
  }
  if (error instanceof InputProblems) {
    const { problems, total } = error;
    if (json) out(`${JSON.stringify({ problems, total }, null, 2)}\n`);
    for (const problem of problems) err(`${problemLine(problem)}\n`);
    if (total > problems.length) err(`${words.more[language](total - problems.length)}\n`);
    return 2;
  }
  err(
    `${words.ourFault[language]}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
