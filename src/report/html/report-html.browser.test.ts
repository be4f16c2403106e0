import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../testing/browser.ts';
import { reportFigures } from '../figures/report-figures.ts';
import { fullStudy, hostileStudy } from '../testing.ts';
import { reportHtml } from './report-html.ts';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'firsthand-report-'));
  for (const [name, study] of Object.entries({ full: fullStudy(), hostile: hostileStudy() }))
    for (const language of ['ko', 'en'] as const)
      await writeFile(
        join(folder, `${name}.${language}.html`),
        reportHtml(study.snapshot, study.analysis, language, 'firsthand 0'),
      );
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

interface Reader {
  width?: number;
  dark?: boolean;
  /** Axe needs a script, which the page's own policy forbids. */
  withScripts?: boolean;
}

/** Opens a page and tells what it asked for and complained of. */
async function open(file: string, { width = 1280, dark = false, withScripts = false }: Reader = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    bypassCSP: withScripts,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { page, asked, complaints };
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeSource });
  const found: Array<{ id: string; impact: string }> = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  );
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

describe('the report in a browser', () => {
  it.each(['full.ko.html', 'full.en.html', 'hostile.en.html'])(
    'asks for nothing but itself: %s',
    async (file) => {
      const { page, asked, complaints } = await open(file);
      expect(asked).toEqual([page.url()]);
      expect(complaints).toEqual([]);
      expect(await page.locator('script').count()).toBe(0);
    },
  );

  it.each([
    ['full.ko.html', 390],
    ['full.en.html', 390],
    ['hostile.en.html', 390],
    ['full.ko.html', 320],
    ['full.en.html', 1440],
  ])('does not scroll sideways: %s at %d pixels', async (file, width) => {
    const { page } = await open(file, { width });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it.each([
    ['full.ko.html', { width: 1280 }],
    ['full.en.html', { width: 390, dark: true }],
  ])('is accessible: %s', async (file, reader) => {
    const { page } = await open(file, { ...reader, withScripts: true });
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${page.url()}#evidence-theme/q1/danger`);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('opens the answers behind a number in one click, and keeps the place when they are closed', async () => {
    const { page } = await open('full.en.html');
    const number = page.locator('#priorities article a.n').first();
    await number.scrollIntoViewIfNeeded();
    const before = await page.evaluate('scrollY');
    await number.click();
    const drawer = page.locator('.evidence:target');
    expect(await drawer.isVisible()).toBe(true);
    expect(await drawer.locator('li').count()).toBe(16);
    await drawer.getByText('Close').click();
    expect(await page.locator('.evidence').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate('scrollY')).toBe(before);
  });

  it('is led by key: from a mark of a figure into the drawer', async () => {
    const { page } = await open('full.en.html');
    await page.locator('#themes svg a').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.evidence:target').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Close');
  });

  it('shows of a group only the answers of the group', async () => {
    const { page } = await open('full.en.html');
    const { analysis } = fullStudy();
    const group = analysis.synthesis.prevalence
      .flatMap(({ theme, breakdowns }) =>
        breakdowns.flatMap(({ groups }) => groups.map((one) => ({ theme, ...one }))),
      )
      .find(({ share }) => share.state === 'shown' && share.count > 0);
    expect(group).toBeDefined();
    await page.locator(`a[href$="/${group?.theme}/role/${group?.value}"]`).first().click();
    const drawer = page.locator('.evidence').filter({ visible: true });
    const named = drawer.locator('h3 .of').filter({ visible: true });
    expect(await named.allTextContents()).toEqual([` · ${group?.value}`]);
    expect(await drawer.locator('li').filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await drawer.locator('p.aside').filter({ visible: true }).count()).toBe(1);
  });

  it('covers a phone with the drawer', async () => {
    const { page } = await open('full.ko.html', { width: 390 });
    await page.locator('#summary a.n').first().click();
    expect((await page.locator('.evidence:target').boundingBox())?.width).toBe(390);
  });

  it('prints its summary on the first page, without drawers', async () => {
    const { page } = await open('full.ko.html', { width: 658 });
    await page.emulateMedia({ media: 'print' });
    const end = await page.evaluate('document.querySelector("#summary").getBoundingClientRect().bottom');
    // An A4 page less its margins, at 96 pixels an inch.
    expect(end).toBeLessThan(((297 - 38) / 25.4) * 96);
    await page.goto(`${page.url()}#evidence-theme/q1/danger`);
    expect(await page.locator('.evidence').filter({ visible: true }).count()).toBe(0);
  });

  it('has figures that stand alone as valid files', async () => {
    const { page } = await open('full.en.html');
    for (const { snapshot, analysis } of [fullStudy(), hostileStudy()]) {
      const files = reportFigures(snapshot, analysis, 'en').map(([, svg]) => svg);
      const faults: string[] = await page.evaluate(
        (all) =>
          all.flatMap((svg) =>
            [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('parsererror')].map(
              (fault) => fault.textContent ?? '',
            ),
          ),
        files,
      );
      expect(faults).toEqual([]);
    }
  });
});
