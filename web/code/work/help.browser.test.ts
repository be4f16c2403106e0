/** Help while one codes: hints from what the team decided, and a language model, both labelled as what they are. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Reading } from '../../../src/code/answers-model.ts';
import { MeInStudy, Work } from '../../../src/code/model.ts';
import { type PlayedModel, playModel, proposes } from '../../../src/server/testing-model.ts';
import { seriousFindings } from '../../testing/accessibility.ts';
import { press, tabTo } from '../../testing/keyboard.ts';
import { type Call, callerOf, openPass } from '../../testing/team.ts';
import { startWorkbench, type Workbench } from '../../testing/workbench.ts';

let model: PlayedModel;
let workbench: Workbench;
let page: Page;
let asLead: Call;
let pass: string;
let coder: string;
beforeAll(async () => {
  model = await playModel();
  const environment = { FIRSTHAND_ASSISTANT_URL: model.url, FIRSTHAND_ASSISTANT_MODEL: 'local-model' };
  workbench = await startWorkbench(undefined, environment);
  page = await workbench.open('/code/passes');
  asLead = callerOf(workbench, page.request, 'genai-psychiatry');
  coder = (await asLead('GET', '/me', MeInStudy)).coder ?? '';
  const participants = ['P003', 'P004'];
  pass = await openPass(asLead, { label: '보정', coders: [coder], participants, kind: 'calibration' });
});
afterAll(async () => {
  await workbench.stop();
  await model.stop();
});

/** Opens the nth answer of the pass; its text has the focus. */
async function openAnswer(nth: number): Promise<{ participant: string; question: string; text: string }> {
  const { answers } = await asLead('GET', `/passes/${pass}/work`, Work);
  const [participant = '', question = '', wave = ''] = answers[nth] ?? [];
  const at = `${participant}/${question}/${wave}`;
  await page.goto(`${workbench.url}/studies/genai-psychiatry/code/work?pass=${pass}&at=${at}`);
  await page.locator(`[data-answer="${at}"]:focus`).waitFor();
  return { participant, question, text: (await page.locator('[data-answer]').textContent()) ?? '' };
}

/** What the coder has given to the answer, once the server has it. */
async function given({ participant, question }: { participant: string; question: string }) {
  await page.locator('[data-waiting="0"]').waitFor({ state: 'attached' });
  const { codings } = await asLead('GET', `/answers/${participant}`, Reading);
  return codings
    .filter((coding) => coding.coder === coder && coding.question === question)
    .map(({ code, span, origin }) => ({ code, quote: span?.quote, origin }));
}

describe('while a calibration pass is coded', () => {
  it('a hint is taken by its key, and the coding says that it was suggested', async () => {
    const answer = await openAnswer(0);
    const code = await page.locator('[data-hint]').first().getAttribute('data-hint');
    await page.getByText(/코딩한 응답 \d+개에서 배운 제안/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('s');
    await page.keyboard.press('Shift+1');
    await page.locator('[data-coding]').first().waitFor();
    const [coding] = await given(answer);
    expect(coding).toMatchObject({ code, origin: 'suggested' });
    expect(answer.text).toContain(coding?.quote);
  });

  it('the model is asked by nobody until the lead has switched it on', async () => {
    await openAnswer(1);
    await page.locator('[data-hint]').first().waitFor();
    expect(await page.getByRole('button', { name: '모델에게 묻기' }).count()).toBe(0);

    await page.goto(`${workbench.url}/studies/genai-psychiatry/code/passes`);
    await tabTo(page, page.getByRole('checkbox', { name: '언어 모델' }));
    await page.keyboard.press('Space');
    const Settings = z.object({ assistant: z.boolean() });
    await expect.poll(async () => (await asLead('GET', '/settings', Settings)).assistant).toBe(true);
    expect(model.asked).toEqual([]);
  });

  it('what it proposes on true words is taken over as assisted, and the rest is counted', async () => {
    const answer = await openAnswer(1);
    const [quote = ''] = answer.text.split(' ');
    model.plays(proposes(['CR06', quote], ['CR06', 'words that nobody wrote']));
    await press(page, page.getByRole('button', { name: '모델에게 묻기' }));
    const proposal = page.locator('[data-assisted]');
    await proposal.filter({ hasText: quote }).waitFor();
    await page.getByText('local-model').waitFor();
    expect(model.asked).toHaveLength(1);
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, proposal);
    await page.locator('[data-coding]').first().waitFor();
    expect(await given(answer)).toEqual([{ code: 'CR06', quote, origin: 'assisted' }]);
  });

  it('that the model fails is said in words, and nothing is lost', async () => {
    await openAnswer(2);
    model.plays((response) => response.writeHead(500).end());
    await press(page, page.getByRole('button', { name: '모델에게 묻기' }));
    await page.getByRole('alert').filter({ hasText: '언어 모델이 응답하지 않았습니다' }).waitFor();
    await page.getByRole('button', { name: '모델에게 묻기' }).waitFor();
  });
});
