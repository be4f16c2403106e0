import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DisagreementQueue } from '../../src/agree/decision-model.ts';
import { PassWithProgress } from '../../src/code/model.ts';
import { seriousFindings } from '../testing/accessibility.ts';
import { type Call, callerOf, code, type Given, invite, openPass, type Teammate } from '../testing/team.ts';
import { UNCODED, uncodedStudy } from '../testing/uncoded-study.ts';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

const byKim: Given[] = [
  { participant: 'P001', question: 'experience', code: 'CR06', words: '네 시간 얘기', polarity: 'negative' },
  {
    participant: 'P001',
    question: 'interpretation',
    code: 'RB02',
    words: '새벽 네시에도 답해주는',
    polarity: 'positive',
  },
  { participant: 'P002', question: 'experience', code: 'CH06', words: '퇴원요약 초안' },
  {
    participant: 'P002',
    question: 'interpretation',
    code: 'LH11',
    words: '없는 환청을 써넣음',
    polarity: 'negative',
  },
];
const byLee: Given[] = [
  { participant: 'P001', question: 'experience', code: 'CR06', words: '네 시간 얘기', polarity: 'negative' },
  {
    participant: 'P001',
    question: 'experience',
    code: 'CR03',
    words: '109 번호는 띄워줬다',
    polarity: 'positive',
  },
  { participant: 'P002', question: 'experience', code: 'CH06', words: '퇴원요약 초안 잡을 때' },
  {
    participant: 'P002',
    question: 'interpretation',
    code: 'LH05',
    words: '없는 환청을 써넣음',
    polarity: 'negative',
  },
];

let workbench: Workbench;
let lead: Page;
let asLead: Call;
let kim: Teammate;
let lee: Teammate;
let pass: string;

beforeAll(async () => {
  workbench = await startWorkbench({ folder: await uncodedStudy(3), name: UNCODED });
  lead = await workbench.open('/agree');
  asLead = callerOf(workbench, lead.request, UNCODED);
  kim = await invite(workbench, lead, '김지은', UNCODED);
  lee = await invite(workbench, lead, '이준', UNCODED);
  pass = await openPass(asLead, { label: '2회차', coders: ['김지은', '이준'], participants: 'all' });
});
afterAll(() => workbench.stop());

const answer = () => lead.locator('.disagreement-answer .coded-text');
const heading = () => lead.locator('.disagreement h2');
const counts = (text: string) => lead.locator('.queue-counts').getByText(text).waitFor();

describe('from two blind codings to one layer', () => {
  it('shows the lead agreement and progress while the pass is open, and news by itself', async () => {
    await code(kim.call, pass, byKim);
    await lead.goto(`${workbench.url}/studies/${UNCODED}/agree/live`);
    await lead.getByRole('heading', { level: 1, name: '지금까지 코더들은 얼마나 일치하는가?' }).waitFor();
    await lead.getByText('수는 계속 바뀌며, 아직 결과가 아닙니다').waitFor();
    await lead.locator('.coder-progress').filter({ hasText: '이준답' }).waitFor();
    await code(lee.call, pass, byLee);
    await lead.locator('.figure svg').first().waitFor();
    await lead.locator('.coder-progress progress[value="9"] >> nth=1').waitFor();
    expect(await seriousFindings(lead)).toEqual([]);
  });

  it('leads from a code to the disagreements once the pass is closed, and starts the consensus', async () => {
    await asLead('POST', `/passes/${pass}/close`, z.unknown());
    await lead.getByText('이 수는 더 바뀌지 않습니다').waitFor();
    await lead.getByText('같은 내용을 표로 보기').click();
    await lead.locator('.numbers tbody th a').first().click();
    await lead.getByRole('button', { name: '합의 시작하기' }).click();
    await heading().waitFor();
    expect(new URL(lead.url()).searchParams.get('code')).not.toBeNull();
  });

  it('is decided from the keyboard: drop, keep, recode, each with its reason', async () => {
    await lead.goto(`${workbench.url}/studies/${UNCODED}/agree/disagreements`);
    await counts('남음 4 · 정함 0 · 처음부터 일치 2');
    expect(await heading().textContent()).toContain('P001');
    await answer().waitFor();
    expect(await lead.locator('.who-gave').textContent()).toContain('이준');
    const underlined = () =>
      lead.evaluate(() =>
        [...CSS.highlights]
          .filter(([name]) => name.startsWith('code-'))
          .flatMap(([, ranges]) => [...ranges])
          .map(String),
      );
    await expect.poll(underlined).toHaveLength(1);
    expect(await seriousFindings(lead)).toEqual([]);

    await lead.keyboard.press('k');
    await lead.keyboard.press('Enter');
    await lead.getByText('이유를 먼저 적으세요').waitFor();
    await lead.keyboard.type('본문에 그대로 있음');
    await lead.keyboard.press('Enter');
    await counts('남음 3 · 정함 1');

    // The next one with the same reason: three keys.
    await lead.keyboard.press('k');
    await lead.keyboard.press('ArrowDown');
    await lead.keyboard.press('Enter');
    await counts('남음 2 · 정함 2');

    await heading().filter({ hasText: 'P002' }).waitFor();
    await lead.keyboard.press('d');
    await lead.keyboard.type('정의에 맞지 않음');
    await lead.keyboard.press('Enter');
    await counts('남음 1 · 정함 3');

    // As fast as keys can follow each other: none is lost to a field that has no focus yet.
    await lead.keyboard.press('r');
    await lead.keyboard.type('CR06');
    await lead.keyboard.press('Enter');
    await lead.keyboard.type('위기를 놓친 일');
    await lead.keyboard.press('Enter');
    await lead.getByText('여기에는 남은 것이 없습니다').waitFor();
  });

  it('shows the decision of somebody who was faster, and lets it be replaced knowingly', async () => {
    const passes = await asLead('GET', '/passes', z.array(PassWithProgress));
    const consensus = passes.find((one) => one.pass.source === pass)?.pass.id ?? '';
    await lead.getByRole('radio', { name: '정한 것' }).click();
    await lead.getByText('본문에 그대로 있음').first().waitFor();
    const queue = await asLead('GET', `/passes/${consensus}/disagreements?state=decided`, DisagreementQueue);
    const [first] = queue.items;
    if (first === undefined) throw new Error('expected a decided disagreement');
    const { participant, question, wave, code: about, decision } = first;
    // The page must not hear of it before it is decided there, as where the connection lags.
    await lead.route('**/disagreements?**', (route) => route.abort());
    await kim.call('POST', `/passes/${consensus}/decisions`, z.unknown(), {
      id: '019ab000-0000-7000-8000-000000000001',
      participant,
      question,
      wave,
      code: about,
      outcome: 'drop',
      reason: '다시 보니 근거가 없음',
      expected: decision?.id ?? null,
    });
    await lead.keyboard.press('k');
    await lead.keyboard.type('그래도 유지');
    await lead.keyboard.press('Enter');
    await lead.getByRole('alert').filter({ hasText: '다시 보니 근거가 없음' }).waitFor();
    expect(await lead.locator('.decision input').inputValue()).toBe('그래도 유지');
    await lead.unroute('**/disagreements?**');
    await lead.keyboard.press('Enter');
    await lead.getByText('다시 보니 근거가 없음').waitFor({ state: 'detached' });
  });

  it('takes over what all agreed, so that the whole layer stands', async () => {
    await lead.getByRole('button', { name: '모두 일치한 것 넘겨받기' }).click();
    await lead.getByText(/참여자 \d명의 합의가 끝났습니다/).waitFor();
    const kept = await asLead(
      'GET',
      '/codings?count=500',
      z.object({
        codings: z.array(
          z.object({ pass: z.string(), participant: z.string(), code: z.string(), coder: z.string() }),
        ),
      }),
    );
    const layer = kept.codings
      .filter((one) => one.pass === 'consensus')
      .map(({ participant, code }) => `${participant} ${code}`);
    expect(layer).toContain('P001 CR06');
    expect(layer).toContain('P002 CH06');
  });
});
