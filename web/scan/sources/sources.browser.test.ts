/** Three sources searched from the screen: one breaks off in the middle, goes on from there, and nothing is doubled. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { europepmcPage } from '../../../src/scan/testing/europepmc-pages.ts';
import { type Given, type SourceServer, startSourceServer } from '../../../src/scan/testing/source-server.ts';
import { press, tabTo, write } from '../../testing/keyboard.ts';
import { callerOf } from '../../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../../testing/workbench.ts';

let source: SourceServer;
let workbench: Workbench;
let isBroken = true;

beforeAll(async () => {
  source = await startSourceServer();
  source.answer(answerOf);
  const names = ['europepmc', 'crossref', 'clinicaltrials'];
  workbench = await startWorkbench(undefined, {
    FIRSTHAND_SCAN_ADDRESSES: names.map((name) => `${name}=${source.address}/${name}`).join(','),
  });
});
afterAll(async () => {
  await workbench.stop();
  await source.close();
});

/** Europe PMC reports an error on its second page until it is mended; the trial register and Crossref give one page. */
function answerOf({ pathname, searchParams }: URL): Given {
  if (pathname.startsWith('/crossref')) {
    const items = searchParams.get('cursor') === '*' ? [work] : [];
    return json({ status: 'ok', message: { 'total-results': 1, 'next-cursor': 'c1', items } });
  }
  if (pathname.startsWith('/clinicaltrials')) return json({ totalCount: 1, studies: [trial] });
  if (searchParams.get('cursorMark') === '*') {
    return { body: europepmcPage([{ id: '1', doi: '10.5555/one' }, { id: '2' }], 'p2', 4) };
  }
  if (isBroken) return json({ errCode: '400', errMsg: 'invented' });
  return { body: europepmcPage([{ id: '3' }, { id: '4' }], undefined, 4) };
}

const json = (value: unknown): Given => ({ body: JSON.stringify(value) });

/** The same document as Europe PMC's first, by its DOI. */
const work = {
  DOI: '10.5555/one',
  title: ['Night watches and machine 1: an invented study of 7919 sheep'],
  author: [{ given: 'M', family: 'Kim' }],
  'container-title': ['Journal of Invented Results'],
  issued: { 'date-parts': [[2026, 2, 3]] },
  type: 'journal-article',
};

const trial = {
  protocolSection: {
    identificationModule: { nctId: 'NCT00000001', briefTitle: 'A chatbot for waiting rooms' },
    statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2026-01' } },
  },
};

async function saveSearch(page: Page, from: string, label: string): Promise<void> {
  await page.getByRole('combobox', { name: '출처' }).selectOption(from);
  await write(page, page.getByRole('textbox', { name: '이름' }), label);
  await write(page, page.getByRole('textbox', { name: '검색식' }), 'chatbot');
  await press(page, page.getByRole('button', { name: '저장', exact: true }));
  const row = page.locator('[data-query]', { hasText: label });
  await tabTo(page, row.getByRole('checkbox', { name: `‘${label}’ 켜기` }));
  await page.keyboard.press('Space');
  await press(page, row.getByRole('button', { name: '지금 찾기' }));
}

it('keeps what came before the break, goes on from there, and joins what is one document', async () => {
  const page = await workbench.open('/scan/sources');
  await saveSearch(page, 'europepmc', '논문');
  const papers = page.locator('[data-query]', { hasText: '논문' });
  await papers.locator('[data-state=failed]').waitFor();
  await papers.getByText('2건을 받았고 그중 2건이 새것입니다').waitFor();
  await papers.getByText('출처가 오류를 알렸습니다').waitFor();

  await saveSearch(page, 'crossref', '색인');
  await page.locator('[data-query]', { hasText: '색인' }).locator('[data-state=finished]').waitFor();
  await saveSearch(page, 'clinicaltrials', '임상시험');
  await page.locator('[data-query]', { hasText: '임상시험' }).locator('[data-state=finished]').waitFor();

  isBroken = false;
  await press(page, papers.getByRole('button', { name: '이어서 하기' }));
  await papers.locator('[data-state=finished]').waitFor();
  await papers.getByText('4건을 받았고 그중 4건이 새것입니다').waitFor();
  const cursors = source.asked
    .filter(({ pathname }) => pathname.startsWith('/europepmc'))
    .map(({ searchParams }) => searchParams.get('cursorMark'));
  expect(cursors.filter((cursor) => cursor === '*')).toHaveLength(1);

  const call = callerOf(workbench, page.request, STUDY.split('/').at(-1) ?? '');
  const Found = z.object({
    total: z.number(),
    records: z.array(z.object({ members: z.array(z.object({ source: z.string() })) })),
  });
  const { total, records } = await call('GET', '/scan/records', Found);
  expect(total).toBe(5);
  expect(records.filter(({ members }) => members.length === 2)).toHaveLength(1);
});
