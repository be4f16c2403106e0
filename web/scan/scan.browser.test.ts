/**
 * The scan as two people work it through: a search and two files come in, a doubtful pair is decided, records are screened
 * by keys without seeing each other, what they see differently is settled, one is appraised, and the digest tells of it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { europepmcPage } from '../../src/scan/testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../../src/scan/testing/source-server.ts';
import { seriousFindings } from '../testing/accessibility.ts';
import { press, tabTo, write } from '../testing/keyboard.ts';
import { callerOf, invite } from '../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../testing/workbench.ts';

const slug = STUDY.split('/').at(-1) ?? '';
const DELUSIONS = '정신건강의학과 전공의가 본 챗봇의 망상 강화: 질적 연구';
const LETTERS = '생성형 인공지능이 쓴 퇴원 기록지 설문 조사';
const files = [
  {
    name: '학회지.ris',
    records: [
      [
        DELUSIONS,
        '전공의 18명을 면담하였다. 결과: 14명이 망상을 되풀이하는 답을 보았다. 결론: 위기 연계가 필요하다.',
      ],
      ['온실 딸기의 온도 조절', '온도를 조절하였다.'],
      [LETTERS, '의사 200명에게 물었다. 42 %가 초안에 써 보았다.'],
    ],
  },
  {
    name: '사전공개.ris',
    records: [
      [DELUSIONS.replace('본', '겪은'), '전공의를 면담하였다.'],
      ['꿀벌의 장내 미생물', '더위에 줄었다.'],
    ],
  },
] as const;

let source: SourceServer;
let workbench: Workbench;
beforeAll(async () => {
  source = await startSourceServer();
  source.answer((_url, count) => ({
    body:
      count === 1 ? europepmcPage([{ id: '6' }, { id: '7' }], undefined, 2) : europepmcPage([], undefined, 2),
  }));
  process.env.FIRSTHAND_SCAN_ADDRESSES = `europepmc=${source.address}`;
  workbench = await startWorkbench();
});
afterAll(async () => {
  delete process.env.FIRSTHAND_SCAN_ADDRESSES;
  await workbench.stop();
  await source.close();
});

it('leads from a search and two files to a digest that says what each sentence rests on', async () => {
  const lead = await workbench.open('/scan/sources');

  // A search is saved switched off, switched on by a person, and run against the source.
  await write(lead, lead.getByRole('textbox', { name: '이름' }), '만든 문헌');
  await write(lead, lead.getByRole('textbox', { name: '검색식' }), 'chatbot');
  await press(lead, lead.getByRole('button', { name: '저장', exact: true }));
  expect(source.asked).toEqual([]);
  await lead.getByRole('checkbox', { name: '‘만든 문헌’ 켜기' }).click();
  await press(lead, lead.getByRole('button', { name: '지금 찾기' }));
  await lead.locator('[data-query]').getByText('2건을 받았고 그중 2건이 새것입니다').waitFor();

  await lead.locator('input[type=file]').setInputFiles(
    files.map(({ name, records }) => ({
      name,
      mimeType: 'application/x-research-info-systems',
      buffer: Buffer.from(records.map(([title, abstract]) => ris(title, abstract)).join('')),
    })),
  );
  await lead.getByText('3건을 받았고 그중 3건이 새것입니다').waitFor();
  await lead.getByText('2건을 받았고 그중 2건이 새것입니다').nth(1).waitFor();
  expect(await seriousFindings(lead)).toEqual([]);

  // The form before print and the one in print: a person says that they are one.
  await go(lead, '중복');
  await lead.locator('[data-pair]').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
  await lead.keyboard.press('KeyS');
  await lead.getByText('기다리는 쌍이 없습니다.').waitFor();

  await go(lead, '선별');
  await takeBackOnce(lead);
  await screenAll(lead, [DELUSIONS, LETTERS]);
  const second = await invite(workbench, lead, '박서연', slug);
  const other = await second.context.newPage();
  await other.goto(`${workbench.url}${STUDY}/scan`);
  await screenAll(other, [DELUSIONS]);

  // What they see differently is settled with its reason.
  await lead.getByRole('button', { name: '엇갈린 것' }).click();
  await lead.getByRole('heading', { name: LETTERS }).waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
  await write(lead, lead.getByRole('textbox', { name: '이렇게 정하는 까닭' }), '기록지는 진료에 쓰입니다.');
  await press(lead, lead.getByRole('button', { name: '포함', exact: true }));
  await lead.getByText('정할 것이 없습니다.').waitFor();

  await go(lead, '평가');
  await lead.getByText('포함 2건 중').waitFor();
  await lead.locator('summary').click();
  await lead.getByRole('link', { name: '망상 강화' }).click();
  await lead.getByRole('heading', { name: '망상 강화' }).waitFor();
  await press(
    lead,
    lead.locator('.suggested', { hasText: '질적 연구' }).getByRole('button', { name: '받기' }),
  );
  await write(lead, lead.getByRole('textbox', { name: '대상' }), '전공의');
  for (const [criterion, level] of [
    ['field', 3],
    ['change', 2],
    ['weight', 1],
  ] as const) {
    await tabTo(lead, lead.locator(`[data-criterion=${criterion}] input`));
    await lead.keyboard.press(`Digit${level}`);
  }
  expect(await lead.locator('.score').textContent()).toContain('100 × (1 × 3 + 1 × 2 + 1 × 1) / (3 × 3)');
  await write(
    lead,
    lead.getByRole('textbox', { name: '이렇게 매긴 까닭' }),
    '우리가 묻는 사람들에게 물었습니다.',
  );
  const concluded = lead.locator('[data-part=happened] .sentence').last();
  await concluded.focus();
  expect(await lead.locator('.source-text mark').textContent()).toBe('위기 연계가 필요하다.');
  await tabTo(lead, lead.getByRole('textbox', { name: '앞으로 지켜볼 것' }));
  await lead.keyboard.press('Control+Enter');
  await lead.locator('[data-version="1"]').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);

  await go(lead, '소식');
  const brief = lead.locator('article', { hasText: '망상 강화' });
  await brief.getByText('우리가 묻는 사람들에게 물었습니다.').waitFor();
  expect(await brief.textContent()).toContain('66.7');
  expect(await seriousFindings(lead)).toEqual([]);
  const markdown = await lead.getByRole('link', { name: 'Markdown' }).getAttribute('href');
  expect(await (await lead.request.get(workbench.url + markdown)).text()).toContain('위기 연계가 필요하다.');

  await go(lead, '외부 신호');
  await lead.getByText('제안: 서로 비슷한 문헌').waitFor();
  expect(await seriousFindings(lead)).toEqual([]);
}, 120_000);

it('leads a reader to what readers may see', async () => {
  const lead = await workbench.open('');
  const asLead = callerOf(workbench, lead.request, slug);
  const { link } = await asLead('POST', '/invitations', z.object({ link: z.string() }), { role: 'reader' });
  const context = await workbench.browser.newContext({ locale: 'ko-KR' });
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
}, 60_000);

function ris(title: string, abstract: string): string {
  return `TY  - JOUR\nTI  - ${title}\nAU  - 김민아\nAU  - 이세진\nPY  - 2026\nAB  - ${abstract}\nER  - \n\n`;
}

async function go(page: Page, tab: string): Promise<void> {
  await page.locator('.stage-tabs').getByRole('link', { name: tab, exact: true }).click();
}

const shown = (page: Page) => page.locator('article[data-record]');

async function takeBackOnce(page: Page): Promise<void> {
  const record = await shown(page).getAttribute('data-record');
  await page.keyboard.press('KeyU');
  await page.locator(`article[data-record]:not([data-record="${record}"])`).waitFor();
  await page.keyboard.press('KeyZ');
  await page.locator(`article[data-record="${record}"]`).waitFor();
}

/** Reads until nothing is left; what is not named is excluded for the first reason. */
async function screenAll(page: Page, included: readonly string[]): Promise<void> {
  const nothing = page.getByText('더 읽을 것이 없습니다.');
  for (;;) {
    await shown(page).or(nothing).first().waitFor();
    if (await nothing.isVisible()) return;
    const record = await shown(page).getAttribute('data-record');
    const title = (await shown(page).locator('h2').textContent()) ?? '';
    const isIncluded = included.some((one) => one.slice(-8) === title.slice(-8));
    await page.keyboard.press(isIncluded ? 'KeyI' : 'KeyE');
    if (!isIncluded) {
      await page.locator('.reasons kbd').first().waitFor();
      await page.keyboard.press('Digit1');
    }
    await page.locator(`article[data-record="${record}"]`).waitFor({ state: 'detached' });
  }
}
