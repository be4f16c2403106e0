import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Reading } from '../../../src/code/answers-model.ts';
import { MeInStudy, Work } from '../../../src/code/model.ts';
import { comeToRest } from '../../testing/accessibility.ts';
import { type Call, callerOf } from '../../testing/team.ts';
import { UNCODED, uncodedStudy } from '../../testing/uncoded-study.ts';
import { startWorkbench, type Workbench } from '../../testing/workbench.ts';

let folder: string;
let workbench: Workbench;
let asLead: Call;
let pass: string;
beforeAll(async () => {
  folder = await uncodedStudy(3);
  workbench = await startWorkbench({ folder, name: UNCODED });
  const lead = await workbench.open('');
  asLead = callerOf(workbench, lead.request, UNCODED);
  const { coder } = await asLead('GET', '/me', MeInStudy);
  pass = newId();
  const assign = { coders: [coder], participants: 'all', shared: 1, seed: 1 };
  await asLead('POST', '/passes', z.unknown(), {
    ...{ id: pass, kind: 'independent', label: '독립 1', codebookVersion: 1, assign },
  });
  await asLead('POST', `/passes/${pass}/open`, z.unknown());
});
afterAll(async () => {
  await workbench.stop();
  await rm(dirname(folder), { recursive: true });
});

/** The screen with the nth answer of the work; the text has the focus. */
async function openAnswer(
  nth: number,
): Promise<{ page: Page; participant: string; question: string; text: string }> {
  const { answers } = await asLead('GET', `/passes/${pass}/work`, Work);
  const [participant, question, wave] = answers[nth] ?? [];
  const page = await workbench.open(`/code/work?pass=${pass}&at=${participant}/${question}/${wave}`);
  await page.locator('.work-text:focus').waitFor();
  const text = (await page.locator('[data-answer]').textContent()) ?? '';
  return { page, participant: participant ?? '', question: question ?? '', text };
}

/** What the server has on the answer, once nothing waits any more. */
async function kept(page: Page, participant: string, question: string) {
  await page.locator('[data-waiting="0"]').waitFor({ state: 'attached' });
  const { codings } = await asLead('GET', `/answers/${participant}`, Reading);
  return codings
    .filter((coding) => coding.question === question)
    .map(({ code, span, polarity }) => [code, span?.quote ?? null, polarity]);
}

const told = (page: Page, words: string) =>
  page.locator('[data-told]').filter({ hasText: words }).waitFor({ state: 'attached' });
const labels = (page: Page) => page.locator('[data-coding]');
const underlined = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('code-'))
      .flatMap(([name, ranges]) => [...ranges].map((range) => [name.split('-')[2], String(range)])),
  );

describe('the coding screen', () => {
  it('takes a whole task from the keyboard alone', async () => {
    const { page, participant, question, text } = await openAnswer(0);
    const words = text.split(' ');

    await page.keyboard.press('Shift+Control+ArrowRight');
    await page.keyboard.press('/');
    await page.keyboard.insertText('ㅁㅅㄱㅎ');
    await page.locator('[role=option][aria-selected=true]').filter({ hasText: '망상 강화' }).waitFor();
    await page.locator('[data-definition]').filter({ hasText: '망상' }).waitFor();
    await page.keyboard.press('Enter');
    await told(page, '망상 강화, 코딩함');
    await page.keyboard.press('-');
    await told(page, '망상 강화, 부정');
    // The same words, another code: the label before stays where it is.
    await comeToRest(page);
    const place = await labels(page).first().boundingBox();
    await page.keyboard.press('1');
    await labels(page).nth(1).waitFor();
    expect(await labels(page).first().boundingBox()).toEqual(place);
    await expect
      .poll(async () => (await underlined(page)).map(([lane]) => lane).toSorted())
      .toEqual(['0', '1']);

    const given = await kept(page, participant, question);
    expect(given).toHaveLength(2);
    expect(given).toContainEqual(['LH01', words[0], 'negative']);

    await page.keyboard.press('k');
    await page.locator('[data-coding]:focus').waitFor();
    await page.keyboard.press('Delete');
    await labels(page).nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await labels(page).nth(1).waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await labels(page).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+Z');
    await labels(page).first().waitFor();
    expect(await kept(page, participant, question)).toEqual([['LH01', words[0], null]]);

    await page.keyboard.press('m');
    await page.locator('[role=dialog] textarea:focus').waitFor();
    await page.keyboard.insertText('약을 끊은 뒤인지 확인할 것');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-waiting="0"]').waitFor({ state: 'attached' });
    const Memos = z.array(z.object({ text: z.string() }));
    expect(await asLead('GET', '/memos', Memos)).toMatchObject([{ text: '약을 끊은 뒤인지 확인할 것' }]);

    await page.keyboard.press('n');
    await page.locator(`[data-answer]:not([data-answer^="${participant}/${question}/"])`).waitFor();
    await page.keyboard.press('f');
    await page.getByText('9개 중 2개 마침').waitFor();
    await page.context().close();
  });

  it('takes keys as fast as they come: what follows a step to the next answer is done there', async () => {
    const { page, participant, question } = await openAnswer(6);
    await Promise.all([']', 's', '1'].map((key) => page.keyboard.press(key)));
    await labels(page).first().waitFor();
    const [, after] = ((await page.locator('[data-answer]').getAttribute('data-answer')) ?? '').split('/');
    expect(after).not.toBe(question);
    const text = (await page.locator('[data-answer]').textContent()) ?? '';
    const [given] = await kept(page, participant, after ?? '');
    expect(text).toContain(given?.[1]);
    expect(await kept(page, participant, question)).toEqual([]);
    await page.waitForURL((url) => (url.searchParams.get('at') ?? '').includes(`/${after}/`));
    await page.context().close();
  });

  it('never cuts a letter: emoji with joiners and combining jamo are chosen whole', async () => {
    const { page } = await openAnswer(2);
    // The same answer as if it had been written so: what is shown is the server's, whatever it is.
    const family = '👩‍👩‍👧';
    const changed = `가족 ${family} 셋이 ᄒᆞᆫ글로 왔다`;
    await page.route('**/answers/*', async (route) => {
      const response = await route.fetch();
      const reading = Reading.parse(await response.json());
      await route.fulfill({
        response,
        json: { ...reading, answers: reading.answers.map((one) => ({ ...one, text: changed })) },
      });
    });
    await page.reload();
    await page.locator('.work-text:focus').filter({ hasText: '셋이' }).waitFor();
    const chosen = () => page.evaluate(() => [...(CSS.highlights.get('chosen') ?? [])].map(String));
    for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(chosen).toEqual([family]);
    // Dragged into the middle of it.
    await page.evaluate(() => {
      const node = document.querySelector('[data-answer] div')?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, 1, node, 5);
    });
    await page.waitForFunction(
      (wanted) => String([...(CSS.highlights.get('chosen') ?? [])][0]) === wanted,
      `족 ${family}`,
    );
    await page.context().close();
  });

  it('underlines without the registry of highlights too', async () => {
    const { page, text } = await openAnswer(3);
    await page.addInitScript(() => {
      Reflect.deleteProperty(CSS, 'highlights');
    });
    await page.reload();
    await page.locator('.work-text:focus').waitFor();
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('2');
    await page.locator('[data-answer] mark').first().waitFor();
    expect(await page.locator('[data-answer]').textContent()).toBe(text);
    expect(text).toContain(await page.locator('[data-answer] mark').first().textContent());
    await page.context().close();
  });

  it('keeps what is coded while the connection is away', async () => {
    const { page, participant, question } = await openAnswer(4);
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('3');
    await page.locator('[data-connection=lost][data-waiting="1"]').waitFor();
    await page.getByText('연결이 끊겼습니다').waitFor();
    await page.context().setOffline(false);
    const given = await kept(page, participant, question);
    expect(given).toHaveLength(1);
    expect(given[0]?.[1]).toBeNull();
    await page.context().close();
  });
});
