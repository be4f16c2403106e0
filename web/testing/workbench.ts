/** For browser tests: the built command serving the sample study, and a browser in which its owner is signed in. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../testing/browser.ts';

const COMMAND = join(import.meta.dirname, '../../bin/firsthand.js');
export const STUDY = '/studies/genai-psychiatry';
export const pages = ['', '/collect', '/code', '/agree', '/synthesise', '/align', '/prioritise', '/report'];

export interface Reader {
  language?: 'ko' | 'en';
  theme?: 'light' | 'dark';
  /** CSS pixels; a phone is 390. */
  width?: number;
  height?: number;
}

/** Milliseconds that a step may take: on a busy machine one takes five times as long as on a quiet one. */
const PATIENCE = 90_000;

export interface Workbench {
  url: string;
  /** Signs in once; used up by `open`, which every other page shares. */
  signInLink: string;
  browser: Browser;
  /** A page of the study as somebody with these settings sees it. What the page reports as an error fails the test. */
  open(path: string, reader?: Reader): Promise<Page>;
  /** The browser of somebody else, who has no session yet. */
  visitor(language?: 'ko' | 'en'): Promise<BrowserContext>;
  /** The server is killed without warning and started again at the same address. */
  cutOff(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param study the folder and the name of another study than the sample
 * @param environment what an administrator configures
 */
export async function startWorkbench(
  study?: { folder: string; name: string },
  environment: Record<string, string> = {},
): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-web-'));
  const database = join(folder, 'study.sqlite');
  const begin = (port: string) => {
    const studies = study === undefined ? [] : [study.folder];
    return serve(['--port', port, '--database', database, ...studies], environment);
  };
  let server = await begin('0');
  const browser = await launchBrowser();
  const url = new URL(server.link).origin;
  const newContext = async (options: BrowserContextOptions) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  const localeOf = (language: 'ko' | 'en') => (language === 'ko' ? 'ko-KR' : 'en-GB');
  let session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  return {
    url,
    signInLink: server.link,
    browser,
    async open(path, { language = 'ko', theme = 'light', width = 1440, height = 900 } = {}) {
      session ??= await signIn(await newContext({}), server.link);
      const context = await newContext({
        storageState: session,
        viewport: { width, height },
        colorScheme: theme,
        locale: localeOf(language),
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(url + (study === undefined ? STUDY : `/studies/${study.name}`) + path);
      await page.locator('#page h1').waitFor();
      return page;
    },
    visitor: (language = 'ko') =>
      newContext({ locale: localeOf(language), viewport: { width: 1440, height: 900 } }),
    async cutOff() {
      await server.end('SIGKILL');
      server = await begin(new URL(url).port);
    },
    async stop() {
      await browser.close();
      await server.end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}

async function signIn(context: BrowserContext, link: string) {
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('#page h1').waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}

interface Server {
  link: string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the command and waits for the link that it prints. */
function serve(given: readonly string[], environment: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, [COMMAND, 'serve', ...given], {
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [, link] = said.match(/(http:\/\/\S+#sign-in=\S+)\s/) ?? []; // to its end, however it is cut into pieces
      if (link === undefined) return;
      resolve({
        link,
        end: (signal) => {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`the server ended before it printed its link:\n${said}`)));
  });
}
