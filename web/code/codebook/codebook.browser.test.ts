import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ReviewItem, WorkingCodebook } from '../../../src/code/model.ts';
import { seriousFindings } from '../../testing/accessibility.ts';
import { type Call, callerOf, code, invite, openPass, type Teammate } from '../../testing/team.ts';
import { UNCODED, uncodedStudy } from '../../testing/uncoded-study.ts';
import { startWorkbench, type Workbench } from '../../testing/workbench.ts';

let workbench: Workbench;
let lead: Page;
let asLead: Call;
let kim: Teammate;
let pass: string;
beforeAll(async () => {
  workbench = await startWorkbench({ folder: await uncodedStudy(3), name: UNCODED });
  lead = await workbench.open('/code');
  asLead = callerOf(workbench, lead.request, UNCODED);
  kim = await invite(workbench, lead, '김지은', UNCODED);
  pass = await openPass(asLead, { label: '1회차', coders: ['김지은'], participants: 'all' });
  await code(kim.call, pass, [
    { participant: 'P001', question: 'experience', code: 'CR06', words: '네 시간 얘기' },
    { participant: 'P002', question: 'interpretation', code: 'LH11', words: '없는 환청을 써넣음' },
  ]);
});
afterAll(() => workbench.stop());

const codebook = () => asLead('GET', '/codebook', WorkingCodebook);
const fieldset = (name: string) => lead.getByRole('dialog').getByRole('group', { name, exact: true });

describe('the next version of the codebook', () => {
  it('gathers a new code and a split in this browser', async () => {
    await lead.getByRole('button', { name: '새 코드' }).press('Enter');
    await fieldset('이름').getByLabel('한국어').fill('야간 의존');
    await fieldset('정의').getByLabel('한국어').fill('밤에 의료진 대신 챗봇을 찾음.');
    await lead.getByLabel('출처 또는 필요한 이유').fill('P001의 답에서 되풀이됨');
    await lead.getByRole('button', { name: '초안에 담기' }).press('Enter');
    await lead.getByText('코드 1개를 고쳤고').waitFor();

    await lead
      .locator('#code-CR06')
      .getByRole('button', { name: /고치기/ })
      .press('Enter');
    await lead.getByRole('button', { name: '나누기' }).press('Enter');
    for (const [part, name] of [
      ['1번째 코드', '위기로 내원'],
      ['2번째 코드', '위기로 입원'],
    ] as const) {
      await fieldset(part).getByLabel('한국어').first().fill(name);
      await fieldset(part).getByLabel('한국어').nth(1).fill(`${name}함.`);
    }
    await lead.getByRole('button', { name: '나누기' }).press('Enter');
    await lead.getByText('코드 4개를 고쳤고').waitFor();
    await lead.reload();
    await lead.getByText('코드 4개를 고쳤고').waitFor();
    expect(await seriousFindings(lead)).toEqual([]);
  });

  it('is put on top of what somebody else has published meanwhile', async () => {
    const { codebook: now } = await codebook();
    const theirs = now.codes.map((one) =>
      one.id === 'LH11' ? { ...one, label: { ...one.label, ko: '기록 오류' } } : one,
    );
    await asLead('POST', '/codebook', z.unknown(), {
      basedOn: 1,
      codes: theirs,
      changes: [],
      note: '이름을 고침',
    });
    await lead.getByRole('button', { name: '비교하고 펴내기' }).press('Enter');
    await lead.getByText('그사이 2판이 나왔습니다').waitFor();
    await lead.getByRole('dialog').getByText('기록 오류').first().waitFor();
    await lead.getByRole('button', { name: '내가 고친 것을 2판에 얹기' }).press('Enter');
    await lead.getByRole('dialog').getByText('야간 의존').waitFor();
    await lead.getByLabel('이 판에서 달라진 것').fill('위기를 둘로 나눔');
    await lead.getByRole('button', { name: '3판 펴내기' }).press('Enter');
    await lead.getByRole('dialog').waitFor({ state: 'detached' });
    const published = await codebook();
    expect(published.codebook.version).toBe(3);
    expect(published.codebook.codes.find(({ id }) => id === 'LH11')?.label.ko).toBe('기록 오류');
    expect(published.versions.at(-1)).toMatchObject({
      note: '위기를 둘로 나눔',
      changes: [{ kind: 'split', from: ['CR06'] }],
    });
  });

  it('is compared with any other', async () => {
    await lead.getByRole('button', { name: '달라진 것' }).press('Enter');
    await lead.getByRole('dialog').getByText('위기로 내원', { exact: false }).first().waitFor();
    await lead.getByLabel('뒤 판').selectOption('2');
    await lead.getByLabel('앞 판').selectOption('1');
    await lead.getByRole('dialog').locator('ins', { hasText: '기록 오류' }).waitFor();
    await lead.keyboard.press('Escape');
  });
});

describe('codings of a code that was split', () => {
  it('are looked at again by their coder, and recoded by one key', async () => {
    await asLead('POST', `/passes/${pass}/codebook`, z.unknown(), { version: 3 });
    const page = await kim.context.newPage();
    await page.goto(`${workbench.url}/studies/${UNCODED}/code/review`);
    await page.getByText('남은 코딩 1건').waitFor();
    await page.getByRole('button', { name: '‘위기로 내원’으로 바꾸기' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('1');
    await page.getByText('다시 볼 코딩이 없습니다').waitFor();
    expect(await kim.call('GET', '/review', z.array(ReviewItem))).toEqual([]);
    const { codebook: now } = await codebook();
    const split = now.codes.find(({ label }) => label.ko === '위기로 내원')?.id;
    const codings = z.object({ codings: z.array(z.object({ code: z.string() })) });
    const mine = await kim.call('GET', '/codings?participant=P001', codings);
    expect(mine.codings.map((one) => one.code)).toEqual([split]);
  });
});
