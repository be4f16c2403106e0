/**
 * The scan as two people work it through: three sources are searched and the server is killed in the middle, two files come
 * in, a doubtful pair is decided, both screen without seeing each other until the server says that stopping is defensible,
 * what they see differently is settled, one is appraised, and the digest tells of it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { RecordPage } from '../../src/scan/model.ts';
import { RecordList } from '../../src/scan/screening/model.ts';
import { decideOn, type ScreenerCalls, screenToStop } from '../../src/scan/testing/screen-to-stop.ts';
import { type SourceServer, startSourceServer } from '../../src/scan/testing/source-server.ts';
import { seriousFindings } from '../testing/accessibility.ts';
import { type Call, callerOf, invite } from '../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../testing/workbench.ts';
import { answerOf, DELUSIONS, files, given, LETTERS } from './testing/invented-world.ts';

const slug = STUDY.split('/').at(-1) ?? '';
let source: SourceServer;
let workbench: Workbench;
beforeAll(async () => {
  source = await startSourceServer();
  const names = ['europepmc', 'crossref', 'clinicaltrials'];
  workbench = await startWorkbench(undefined, {
    FIRSTHAND_SCAN_ADDRESSES: names.map((name) => `${name}=${source.address}/${name}`).join(','),
  });
});
afterAll(async () => {
  await workbench.stop();
  await source.close();
});

it('leads from three sources and two files, cut off in the middle, to a digest that says what it rests on', async () => {
  const lead = await workbench.open('/scan/sources');
  const asLead = callerOf(workbench, lead.request, slug);

  // The server is killed while the third page is asked for; it comes up again, and the run is seen to be cut off.
  const lastPage = new Promise<void>((resolve) => {
    source.answer((url) => {
      const answer = answerOf(url, false);
      if (answer === 'hang up') resolve();
      return answer;
    });
  });
  await saveSearch(lead, 'europepmc', '논문');
  expect(source.asked).toEqual([]);
  const papers = await runSearch(lead, '논문');
  await lastPage;
  const before = source.asked.map(({ searchParams }) => searchParams.get('cursorMark'));
  await workbench.cutOff();
  source.answer((url) => answerOf(url, true));

  // Meanwhile the others are searched and the files read.
  for (const [name, label] of [
    ['crossref', '색인'],
    ['clinicaltrials', '임상시험'],
  ] as const) {
    await saveSearch(lead, name, label);
    await (await runSearch(lead, label)).locator('[data-state=finished]').waitFor();
  }
  await lead.locator('input[type=file]').setInputFiles(files);
  await lead.getByText('3건을 받았고 그중 3건이 새것입니다').waitFor();
  await lead.getByText('2건을 받았고 그중 2건이 새것입니다').waitFor();

  await papers.locator('[data-state="cut off"]').waitFor();
  await papers.getByRole('button', { name: '이어서 하기' }).click();
  await papers.locator('[data-state=finished]').waitFor();
  await papers.getByText('30건을 받았고 그중 30건이 새것입니다').waitFor();
  const cursors = source.asked
    .filter(({ pathname }) => pathname.startsWith('/europepmc'))
    .map(({ searchParams }) => searchParams.get('cursorMark'));
  expect([...new Set(before)]).toEqual(['*', '10', '20']);
  expect(cursors).toEqual(['20']);
  expect(await seriousFindings(lead)).toEqual([]);

  // Nothing lost, nothing doubled; what two sources have is one document.
  const found = await asLead('GET', '/scan/records?count=200', RecordPage);
  expect(found.records.flatMap(({ members }) => members)).toHaveLength(given + 5);
  expect(found.total).toBe(given + 5 - 1);

  // The form before print and the one in print: a person says that they are one.
  await go(lead, '중복');
  await lead.locator('[data-pair]').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
  await lead.keyboard.press('KeyS');
  await lead.getByText('기다리는 쌍이 없습니다.').waitFor();

  // The lead begins by keys, and goes on until the server says that one may stop.
  await go(lead, '선별');
  await takeBackOnce(lead);
  await screenByKeys(lead, 4, isOurs);
  await lookUp(callsOf(asLead), [DELUSIONS, LETTERS], isOurs);
  await screenToStop(callsOf(asLead), isOurs);
  await lead.reload();
  await lead.locator('[data-stop=stop] [data-defensible]').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
  const second = await invite(workbench, lead, '박서연', slug);
  await lookUp(callsOf(second.call), [DELUSIONS, LETTERS], hasChatbot);
  await screenToStop(callsOf(second.call), hasChatbot);

  // What they see differently is settled with its reason.
  await lead.getByRole('button', { name: '엇갈린 것' }).click();
  await lead.getByRole('heading', { name: LETTERS }).waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
  await lead.getByRole('textbox', { name: '이렇게 정하는 까닭' }).fill('기록지는 진료에 쓰입니다.');
  await lead.getByRole('button', { name: '포함', exact: true }).click();
  await lead.getByText('정할 것이 없습니다.').waitFor();

  await go(lead, '평가');
  await lead.locator('summary').click();
  await lead.getByRole('link', { name: '망상 강화' }).click();
  await lead.getByRole('heading', { name: '망상 강화' }).waitFor();
  await lead.locator('.suggested', { hasText: '질적 연구' }).getByRole('button', { name: '받기' }).click();
  await lead.getByRole('textbox', { name: '대상' }).fill('전공의');
  for (const [criterion, level] of [
    ['field', 3],
    ['change', 2],
    ['weight', 1],
  ] as const) {
    await lead.locator(`[data-criterion=${criterion}] input`).first().focus();
    await lead.keyboard.press(`Digit${level}`);
  }
  expect(await lead.locator('.score').textContent()).toContain('100 × (1 × 3 + 1 × 2 + 1 × 1) / (3 × 3)');
  const why = '우리가 묻는 사람들에게 물었습니다.';
  await lead.getByRole('textbox', { name: '이렇게 매긴 까닭' }).fill(why);
  const concluded = lead.locator('[data-part=happened] .sentence').last();
  await concluded.focus();
  expect(await lead.locator('.source-text mark').textContent()).toBe('위기 연계가 필요하다.');
  await lead.getByRole('textbox', { name: '앞으로 지켜볼 것' }).focus();
  await lead.keyboard.press('Control+Enter');
  await lead.locator('[data-version="1"]').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);

  await go(lead, '소식');
  const brief = lead.locator('article', { hasText: '망상 강화' });
  await brief.getByText(why).waitFor();
  expect(await brief.textContent()).toContain('66.7');
  expect(await seriousFindings(lead)).toEqual([]);
  const markdown = await lead.getByRole('link', { name: 'Markdown' }).getAttribute('href');
  expect(await (await lead.request.get(workbench.url + markdown)).text()).toContain('위기 연계가 필요하다.');

  await go(lead, '외부 신호');
  await lead.getByText('제안: 서로 비슷한 문헌').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
});

it('leads a reader to what readers may see', async () => {
  const lead = await workbench.open('');
  const asLead = callerOf(workbench, lead.request, slug);
  const { link } = await asLead('POST', '/invitations', z.object({ link: z.string() }), { role: 'reader' });
  const context = await workbench.visitor();
  await callerOf(workbench, context.request, slug)('POST', '/api/invitations/accept', z.undefined(), {
    token: link.slice(link.indexOf('=') + 1),
    name: '정하윤',
    password: 'a password for tests',
  });
  const reader = await context.newPage();
  await reader.goto(workbench.url + STUDY);
  await reader.getByRole('link', { name: '스캔' }).click();
  await reader.waitForURL('**/scan/digest');
  const tabs = reader.locator('.stage-tabs a');
  await tabs.first().waitFor();
  expect(await tabs.allTextContents()).toEqual(['외부 신호', '소식']);
  await tabs.first().click();
  await reader.getByText('아직 신호가 없습니다.').waitFor();
});

const hasChatbot = (title: string) => /chatbot|챗봇/.test(title);
const isOurs = (title: string) => hasChatbot(title) || title === LETTERS;

async function go(page: Page, tab: string): Promise<void> {
  await page.locator('.stage-tabs').getByRole('link', { name: tab, exact: true }).click();
}

async function saveSearch(page: Page, from: string, label: string): Promise<void> {
  await page.getByRole('combobox', { name: '출처' }).selectOption(from);
  await page.getByRole('textbox', { name: '이름' }).fill(label);
  await page.getByRole('textbox', { name: '검색식' }).fill('chatbot');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  await page.locator('[data-query]', { hasText: label }).waitFor();
}

/** Switches it on and searches now. @returns its row */
async function runSearch(page: Page, label: string) {
  const row = page.locator('[data-query]', { hasText: label });
  await row.getByRole('checkbox', { name: `‘${label}’ 켜기` }).click();
  await row.getByRole('button', { name: '지금 찾기' }).click();
  return row;
}

const callsOf = (call: Call): ScreenerCalls => ({
  get: (path, model) => call('GET', path, model),
  post: (path, body, model) => call('POST', path, model, body),
});

/** Decides on those of these titles that are not decided yet, as somebody does who looks them up in the list. */
async function lookUp(
  calls: ScreenerCalls,
  titles: readonly string[],
  isRelevant: (title: string) => boolean,
): Promise<void> {
  const { records } = await calls.get('/scan/screening/records?count=500', RecordList);
  for (const { id, title, mine } of records) {
    if (title === null || mine !== null || !titles.includes(title)) continue;
    await decideOn(calls, id, { drawn: 'chosen', include: isRelevant(title) });
  }
}

const shown = (page: Page) => page.locator('article[data-record]');

async function takeBackOnce(page: Page): Promise<void> {
  const record = await shown(page).getAttribute('data-record');
  await page.keyboard.press('KeyU');
  await page.locator(`article[data-record]:not([data-record="${record}"])`).waitFor();
  await page.keyboard.press('KeyZ');
  await page.locator(`article[data-record="${record}"]`).waitFor();
}

/** What is not relevant is excluded for the first reason. */
async function screenByKeys(
  page: Page,
  count: number,
  isRelevant: (title: string) => boolean,
): Promise<void> {
  for (let read = 0; read < count; read++) {
    const record = await shown(page).getAttribute('data-record');
    const isIncluded = isRelevant((await shown(page).locator('h2').textContent()) ?? '');
    await page.keyboard.press(isIncluded ? 'KeyI' : 'KeyE');
    if (!isIncluded) await page.keyboard.press('Digit1');
    await page.locator(`article[data-record="${record}"]`).waitFor({ state: 'detached' });
  }
}
