/**
 * The lead rewrites the study's lists while a second window was faster: both lists are shown, nothing typed is lost, and
 * whoever screens is asked for the new reasons.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ReasonList } from '../../../src/scan/screening/model.ts';
import { seriousFindings } from '../../testing/accessibility.ts';
import { press, tabTo, write } from '../../testing/keyboard.ts';
import { callerOf, invite } from '../../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../../testing/workbench.ts';

const slug = STUDY.split('/').at(-1) ?? '';
let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

it('leads from a faster colleague to a list that keeps what both wrote', async () => {
  const lead = await workbench.open('/scan/lists');
  const asLead = callerOf(workbench, lead.request, slug);
  const reasons = lead.locator('[data-list=reasons]');
  await press(lead, reasons.getByRole('button', { name: '고치기' }));
  await press(lead, reasons.getByRole('button', { name: '사유 더하기' }));
  const added = reasons.getByRole('group', { name: '사유 8' });
  await write(lead, added.getByRole('textbox', { name: '한국어' }), '동물 연구');
  await lead.keyboard.press('Alt+ArrowUp');
  const moved = reasons.getByRole('group', { name: '사유 7' }).getByRole('textbox', { name: '한국어' });
  expect(await moved.inputValue()).toBe('동물 연구');
  expect(await moved.evaluate((element) => element === document.activeElement)).toBe(true);
  await press(lead, reasons.getByRole('group', { name: '사유 4' }).getByRole('button', { name: '빼기' }));
  expect(await seriousFindings(lead)).toEqual([]);

  // Meanwhile another window renames one.
  const { items } = await asLead('GET', '/scan/reasons', ReasonList);
  const renamed = items.map((item) => (item.id === 'other' ? { ...item, label: { ko: '기타' } } : item));
  await asLead('PUT', '/scan/reasons', z.unknown(), { expected: 0, items: renamed });
  await press(lead, reasons.getByRole('button', { name: '저장', exact: true }));
  const both = reasons.getByRole('alert');
  await both.getByText('그사이 다른 사람이 1판을 저장했습니다').waitFor();
  expect(await both.locator('dd').allTextContents()).toEqual([
    ...['저장된 판', '내가 쓴 것'],
    ...['다루지 않기로 한 문헌 종류 / A kind of document that is left out', '없음'],
    ...['기타', '그 밖의 사유(메모에 적음) / Another reason, told in the note'],
    ...['없음', '동물 연구'],
  ]);
  expect(await seriousFindings(lead)).toEqual([]);
  await press(lead, both.getByRole('button', { name: '내 것을 다음 판으로 저장' }));
  await reasons.getByText('2판으로 저장했습니다.').waitFor();
  const kept = await asLead('GET', '/scan/reasons', ReasonList);
  expect(kept.items.map(({ id }) => id)).toEqual([
    ...['not-ai', 'not-the-field', 'not-care', 'duplicate', 'no-text', '동물-연구', 'other'],
  ]);

  const criteria = lead.locator('[data-list=criteria]');
  await press(lead, criteria.getByRole('button', { name: '고치기' }));
  const second = criteria.getByRole('group', { name: '기준 2' });
  await write(lead, second.getByRole('textbox', { name: '가중치' }), '0');
  const save = criteria.getByRole('button', { name: '저장', exact: true });
  expect(await save.isDisabled()).toBe(true);
  await write(lead, second.getByRole('textbox', { name: '가중치' }), '2.5');
  await write(lead, second.getByRole('textbox', { name: '수준 3, 한국어' }), '이미 진료에 쓰인다');
  await tabTo(lead, save);
  expect(await seriousFindings(lead)).toEqual([]);
  await lead.keyboard.press('Enter');
  await criteria.getByText('1판으로 저장했습니다.').waitFor();
  expect(await criteria.locator('.criterion-list').textContent()).toContain('× 2.5');

  const coder = await (await invite(workbench, lead, '박서연', slug)).context.newPage();
  await coder.goto(`${workbench.url}${STUDY}/scan/lists`);
  await coder.getByText('이미 진료에 쓰인다').waitFor();
  expect(await coder.locator('.reason-list').textContent()).toContain('동물 연구');
  expect(await coder.getByRole('button', { name: '고치기' }).count()).toBe(0);
}, 120_000);
