/**
 * A team of two coders and a lead from the first invitation to the exported study, in Korean and from the keyboard
 * alone, with the connection cut in the middle.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../src/collect/index.ts';
import { notShownWord, percent, statisticText } from '../../src/report/format.ts';
import { Analysis } from '../../src/report/model.ts';
import { worstFirst } from '../../src/report/worst-first.ts';
import { isFocused, press, tabTo, write } from '../testing/keyboard.ts';
import { UNCODED, uncodedStudy } from '../testing/uncoded-study.ts';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

const COMMAND = join(import.meta.dirname, '../../bin/firsthand.js');

let folder: string;
let workbench: Workbench;
beforeAll(async () => {
  folder = await uncodedStudy(3);
  workbench = await startWorkbench({ folder, name: UNCODED });
});
afterAll(async () => {
  await workbench.stop();
  await rm(dirname(folder), { recursive: true });
});

const address = (path: string) => `${workbench.url}/studies/${UNCODED}${path}`;

async function joinAsCoder(lead: Page, name: string): Promise<Page> {
  await lead.goto(address('/people'));
  await press(lead, lead.getByRole('button', { name: '링크 만들기' }));
  const link = await lead.getByRole('textbox', { name: '초대 링크' }).inputValue();
  const context = await workbench.visitor();
  const coder = await context.newPage();
  await coder.goto(link);
  await write(coder, coder.getByRole('textbox', { name: '이름' }), name);
  await write(coder, coder.getByRole('textbox', { name: '비밀번호' }), '긴 비밀번호 하나 둘');
  await coder.keyboard.press('Enter');
  await coder.getByRole('heading', { level: 1, name: '이 연구는 어디까지 왔고' }).waitFor();
  return coder;
}

/** Plans a pass in which both coders code everything, and opens it. */
async function openPass(lead: Page, kind: '보정' | '독립', label: string): Promise<void> {
  await lead.goto(address('/code/passes'));
  await lead.getByRole('checkbox', { name: '준호' }).waitFor();
  await tabTo(lead, lead.getByRole('group', { name: '종류' }).getByRole('radio', { checked: true }));
  if (kind === '보정') await lead.keyboard.press('ArrowDown');
  await write(lead, lead.getByRole('textbox', { name: '이름' }), label);
  await tabTo(lead, lead.getByRole('slider'));
  await lead.keyboard.press('End');
  await press(lead, lead.getByRole('button', { name: '계획하기' }));
  await press(lead, lead.getByRole('button', { name: '회차 열기' }));
  await lead.locator('.pass[data-state=open]').getByRole('heading', { name: label }).waitFor();
}

async function closePass(lead: Page, label: string): Promise<void> {
  await lead.goto(address('/code/passes'));
  const pass = lead.locator('.pass', { has: lead.getByRole('heading', { name: label }) });
  await press(lead, pass.getByRole('button', { name: '회차 닫기' }));
  await press(lead, lead.getByRole('dialog').getByRole('button', { name: '회차 닫기' }));
  await lead.locator('.pass[data-state=closed]').getByRole('heading', { name: label }).waitFor();
}

async function beginCoding(coder: Page): Promise<void> {
  await coder.goto(address('/code/work'));
  await coder.locator('[data-answer]').waitFor();
  await coder.locator('[data-answer]:focus').waitFor();
}

const present = (coder: Page) => coder.locator('[data-answer]').getAttribute('data-answer');

/** Selects the sentence at the cursor and gives it the codes, each found by what is typed. */
async function codeSentence(coder: Page, ...codes: string[]): Promise<void> {
  await expectCodings(coder, 0);
  for (const [before, typed] of codes.entries()) {
    await coder.keyboard.press('s');
    await coder.keyboard.press('c');
    await coder.locator('[role=combobox]:focus').waitFor();
    await coder.keyboard.insertText(typed);
    await coder.keyboard.press('Enter');
    await expectCodings(coder, before + 1);
  }
}

async function nextAnswer(coder: Page): Promise<void> {
  const before = await present(coder);
  await coder.keyboard.press(']');
  await coder.locator(`[data-answer]:not([data-answer="${before}"]):focus`).waitFor();
}

const settled = (coder: Page) =>
  coder.locator('[data-waiting="0"][data-connection=connected]').waitFor({ state: 'attached' });

/** What the table says, row by row. */
const tableOf = (page: Page) =>
  page
    .locator('details table.numbers tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

/** The codes of each answer by one coder, by what is typed to find them. */
const byMinji = [
  ['LH01'],
  ['RB02'],
  ['IP01'],
  ['LH01', 'CR06'],
  ['RB02'],
  ['IP01'],
  ['CH01'],
  ['LH05'],
  ['IP03'],
];
const byJunho = [
  ['LH01'],
  ['RB02'],
  ['IP03'],
  ['LH01', 'CR06'],
  ['TR01'],
  ['IP01'],
  ['CH01'],
  ['LH05'],
  ['IP01'],
];

describe('two coders and a lead', () => {
  let lead: Page;
  let minji: Page;
  let junho: Page;

  it('come together and sharpen the codebook on the same answers, seeing each other within a second', async () => {
    lead = await workbench.open('');
    minji = await joinAsCoder(lead, '민지');
    junho = await joinAsCoder(lead, '준호');
    await openPass(lead, '보정', '첫 보정');
    await beginCoding(minji);
    await beginCoding(junho);
    expect(await present(minji)).toBe(await present(junho));
    await codeSentence(minji, 'ㅁㅅㄱㅎ');
    await settled(minji);
    await junho.locator('[data-coding]', { hasText: '망상 강화' }).waitFor();
    await closePass(lead, '첫 보정');
  });

  it('code blind, and lose nothing while the connection is cut', async () => {
    await openPass(lead, '독립', '첫 독립');
    await beginCoding(minji);
    for (const [at, codes] of byMinji.entries()) {
      if (at > 0) await nextAnswer(minji);
      await codeSentence(minji, ...codes);
    }
    await settled(minji);

    await beginCoding(junho);
    for (const [at, codes] of byJunho.entries()) {
      if (at > 0) await nextAnswer(junho);
      if (at === 3) await junho.context().setOffline(true);
      await codeSentence(junho, ...codes);
      if (at === 4) {
        await junho.keyboard.press('Control+z');
        await expectCodings(junho, 0);
        await junho.keyboard.press('Control+Shift+z');
        await expectCodings(junho, 1);
      }
      if (at === 5) {
        await junho.locator('[data-connection=lost]').waitFor({ state: 'attached' });
        expect(Number(await junho.locator('[data-waiting]').getAttribute('data-waiting'))).toBeGreaterThan(3);
        await junho.context().setOffline(false);
        await settled(junho);
      }
    }
    await settled(junho);
  });

  let onScreen: string[][];

  it('are measured by the lead, whose figures stand when the pass is closed', async () => {
    await closePass(lead, '첫 독립');
    const pass = lead.locator('.pass', { has: lead.getByRole('heading', { name: '첫 독립' }) });
    await press(lead, pass.getByRole('link', { name: '일치도' }));
    await lead.getByText('이 수는 더 바뀌지 않습니다').waitFor();
    await press(lead, lead.locator('summary', { hasText: '같은 내용을 표로 보기' }));
    onScreen = await tableOf(lead);
    expect(onScreen.length).toBeGreaterThan(5);
  });

  it('settle where they differ, with a reason each', async () => {
    await lead.goto(address('/agree/disagreements'));
    await press(lead, lead.getByRole('button', { name: '합의 시작하기' }));
    await lead.locator('.disagreement h2').waitFor();
    for (let left = 6; left > 0; left--) {
      await lead
        .locator('.queue-counts')
        .getByText(`남음 ${left} · 정함 ${6 - left}`)
        .waitFor();
      await lead.keyboard.press(left % 2 === 0 ? 'k' : 'd');
      await lead.keyboard.insertText('정의를 다시 읽고 정함');
      await lead.keyboard.press('Enter');
    }
    await lead.getByText('여기에는 남은 것이 없습니다').waitFor();
    await press(lead, lead.getByRole('button', { name: '모두 일치한 것 넘겨받기' }));
    await lead.getByText(/참여자 \d명의 합의가 끝났습니다/).waitFor();
  });

  it('gather what holds into a theme whose claim cites a coding', async () => {
    await lead.goto(address('/synthesise/board'));
    const code = lead.locator('.board-column').first().getByRole('option', { name: '망상 강화' });
    await code.waitFor();
    await tabTo(lead, lead.locator('.board-column').first().getByRole('option').first());
    for (let at = 0; at < 100 && !(await isFocused(code)); at++) await lead.keyboard.press('ArrowDown');
    await lead.keyboard.press('m');
    await lead.keyboard.press('+');
    const making = lead.getByRole('dialog', { name: '새 주제' });
    await write(lead, making.getByLabel('한국어'), '망상을 키우는 챗봇');
    await tabTo(lead, making.getByRole('checkbox', { name: '경험' }));
    await lead.keyboard.press('Space');
    await press(lead, making.getByRole('button', { name: '주제 만들기' }));
    await lead.getByRole('heading', { level: 2, name: '망상을 키우는 챗봇', exact: true }).waitFor();
    await press(lead, lead.getByRole('button', { name: '문장 더하기' }));
    await write(
      lead,
      lead.getByRole('group', { name: '1번째 문장' }).getByLabel('한국어'),
      '챗봇이 망상을 굳힌 일을 겪었다.',
    );
    await press(lead, lead.getByRole('button', { name: '인용 고르기' }));
    await lead.locator('.codings-to-cite [role=option]').first().waitFor();
    await lead.locator('[role=dialog] input:focus').waitFor();
    await lead.keyboard.press('ArrowDown');
    await lead.keyboard.press('Enter');
    await lead.getByRole('dialog', { name: '인용 고르기 · 인용 1건' }).waitFor();
    await lead.keyboard.press('Escape');
    await lead.getByRole('dialog').waitFor({ state: 'detached' });
    await press(lead, lead.getByRole('button', { name: /^저장/ }));
    await lead.getByText('저장했습니다.').waitFor();
  });

  it('leave a study whose export agrees as the screen said', async () => {
    await lead.goto(address('/report'));
    const link = lead.getByRole('link', { name: '연구 폴더(ZIP)' });
    await tabTo(lead, link);
    const [download] = await Promise.all([lead.waitForEvent('download'), lead.keyboard.press('Enter')]);
    const exported = join(dirname(folder), 'exported');
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(await download.path())))) {
      const file = join(exported, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const { codings, themes } = await readStudyFolder(exported);
    expect(themes).toMatchObject([{ label: { ko: '망상을 키우는 챗봇' }, codes: ['LH01'] }]);
    expect(themes[0]?.narrative[0]?.codings).toHaveLength(1);
    const blind = codings.filter(({ pass }) => pass === 'independent').map(({ coder }) => coder);
    expect(blind.toSorted()).toEqual(
      [...byJunho.flat().map(() => '준호'), ...byMinji.flat().map(() => '민지')].toSorted(),
    );
    const out = join(dirname(folder), 'analysis');
    await promisify(execFile)(process.execPath, [COMMAND, 'analyse', exported, '--out', out]);
    const { agreement } = Analysis.parse(JSON.parse(await readFile(join(out, 'analysis.json'), 'utf8')));
    if (agreement.state !== 'measured') throw new Error(`not measured: ${agreement.reason}`);
    const rows = worstFirst(agreement.codes.filter(({ question }) => question === null));
    expect(onScreen.map((cells) => cells.slice(1))).toEqual(
      rows.map(({ used, alpha, ac1, percent: agreed }) => [
        used.state === 'shown' ? percent(used.estimate) : notShownWord(used, 'ko'),
        statisticText(alpha, 'ko'),
        statisticText(ac1, 'ko'),
        agreed.state === 'shown' ? percent(agreed.estimate) : notShownWord(agreed, 'ko'),
      ]),
    );
  });
});

async function expectCodings(coder: Page, count: number): Promise<void> {
  await coder.waitForFunction(
    (wanted) => document.querySelectorAll('[data-coding]').length === wanted,
    count,
  );
}
