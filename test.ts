// `npm test`: style, types, walls, nothing dead, then every test; the browser that some of them need is found or,
// on a Debian machine with root, installed. Ends with a line `N passed, N failed, N skipped`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './testing/browser.ts';

const run = (command: string, ...args: string[]): void => {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run('npx', 'biome', 'check', '.');
run('npx', 'tsc', '--noEmit');
run('npm', 'run', '--silent', 'walls');
run('npx', 'knip');

const browser = findBrowser() ?? installBrowser();
console.log(`\nBrowser for the browser tests: ${browser}`);
run('node', 'build.js'); // the browser tests play on what is built

const results = join(mkdtempSync(join(tmpdir(), 'firsthand-test-')), 'results.json');
console.log('\n> vitest run');
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'));
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
if (process.env.CI && numPendingTests > 0) {
  console.error('A skipped test counts as a failure in CI: something that it needs is missing.');
  process.exit(1);
}
process.exit(status ?? 1);

function installBrowser(): string {
  console.log('\nNo Chromium or Chrome found (set CHROMIUM_PATH to name one).');
  try {
    console.log("Installing Debian's chromium with apt-get ...");
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      { stdio: 'inherit' },
    );
  } catch {
    console.error(
      'Could not install it here. Install Chromium or Chrome, or name one in CHROMIUM_PATH, and try again.',
    );
    process.exit(1);
  }
  const installed = findBrowser();
  if (installed) return installed;
  console.error('Chromium was installed but not found; name it in CHROMIUM_PATH.');
  process.exit(1);
}
