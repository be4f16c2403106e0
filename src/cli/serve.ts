/** `firsthand serve`: the workbench on this machine, with the sample study unless others are named. */
import { join } from 'node:path';
import type { Language } from '../study/localised.ts';
import { type Command, wholeNumber } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

const DEFAULT_PORT = 4680;

export const serveCommand: Command = {
  name: 'serve',
  arguments: [
    {
      name: '[studies...]',
      words: {
        ko: '데이터베이스에 없을 때 가져올 연구 폴더 (없으면 예시 연구)',
        en: 'study folders to bring in where the database has none of their name (none: the sample study)',
      },
    },
  ],
  words: {
    ko: '이 컴퓨터에서 작업대를 열고 로그인 링크를 출력합니다',
    en: 'open the workbench on this machine and print a link that signs you in',
  },
  options: [
    databaseOption,
    {
      flags: '--port <number>',
      words: {
        ko: `포트 (기본 ${DEFAULT_PORT}, 0은 아무 빈 포트)`,
        en: `the port (default ${DEFAULT_PORT}; 0 takes any free one)`,
      },
    },
  ],
  async run(folders, options, { language, err, out }) {
    const { pino } = await import('pino');
    const { packageRoot } = await import('../kernel/package-root.ts');
    const { startServer } = await import('../server/start.ts');
    const { settingsFrom } = await import('../access/settings.ts');
    const studies = folders.length > 0 ? folders : [join(packageRoot(), 'examples', 'genai-psychiatry')];
    const server = await startServer({
      database: databaseAddress(options.database, process.env),
      studies,
      port: wholeNumber(options.port, '--port', 0, language) ?? DEFAULT_PORT,
      logger: pino({ level: process.env.FIRSTHAND_LOG ?? 'warn' }, pino.destination(2)),
      clock: () => new Date().toISOString(),
      settings: settingsFrom(process.env),
    });
    out(`${words.open[language]}\n\n  ${await server.signInLink()}\n\n`);
    err(`${words.stop[language]}\n`);
    await untilAsked();
    await server.stop();
    return 0;
  },
};

const words: Record<'open' | 'stop', Record<Language, string>> = {
  open: {
    ko: '작업대가 열렸습니다. 한 시간 안에 한 번 쓸 수 있는 링크입니다:',
    en: 'The workbench is open. This link signs you in, once, within the hour:',
  },
  stop: { ko: 'Ctrl+C를 누르면 멈춥니다.', en: 'Ctrl+C stops it.' },
};

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
