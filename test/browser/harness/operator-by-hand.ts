import type { Locator, Page } from 'playwright-core';
import type { Receipt } from '../../../apps/standalone/src/demo/seen.js';
import type { ToldReport } from '../../../apps/standalone/src/demo/told.js';
import type { Operator } from '../../../apps/standalone/src/demo/town.js';
import { answered } from './answered.js';

/** Words at the desk for what a story says in codes. */
const CATEGORIES: Readonly<Record<string, string>> = { gate: '门卫', warehouse: '仓库', policy: '制度' };

/**
 * The operator at the keyboard of the console. Takes calls, advises and closes by hand; looks at files and does what the story
 * of the theft has no need of as `otherwise` does.
 */
export function operatorByHand(page: Page, otherwise: Operator): Operator {
  return {
    ...otherwise,
    takesReport: (report) => takeReport(page, report),
    advises: async (_incident, categories, text) => {
      const dialog = await openAct(page, '防范建议');
      for (const category of categories) await dialog.getByLabel(CATEGORIES[category] ?? category).check();
      await dialog.getByLabel('建议内容').fill(text);
      await answered(page, '/advice', () => dialog.getByRole('button', { name: '提交' }).click());
    },
    closes: async (_incident, note) => {
      const dialog = await openAct(page, '结警');
      await dialog.getByLabel('备注').fill(note);
      await answered(page, '/close', () => dialog.getByRole('button', { name: '提交' }).click());
    },
  };
}

/** One pass of the keyboard: N, the enterprise (which fills in the place), the type, words, who calls, Ctrl+Enter. */
async function takeReport(page: Page, { type, narrative, reporter, place, ...more }: ToldReport): Promise<Receipt> {
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: '新警情' });
  await choose(form, /^企业/, '云杉');
  await choose(form, /^类型/, type);
  await form.getByRole('textbox', { name: '报警内容' }).fill(narrative);
  await form.getByRole('textbox', { name: '报警人' }).fill(reporter.name);
  await form.getByRole('textbox', { name: '电话' }).fill(reporter.phone);
  await form.getByRole('textbox', { name: '地址' }).fill(place.address);
  if (more.estimatedLossFen !== undefined) {
    await form.getByRole('textbox', { name: '估计损失' }).fill(String(more.estimatedLossFen / 100));
  }
  const answer = await answered(page, '/reports', () => page.keyboard.press('Control+Enter'));
  return (await answer.json()) as Receipt;
}

/** Types into a box that searches, waits for what it finds, and takes the first. */
async function choose(form: Locator, label: RegExp, text: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.pressSequentially(text);
  await form.getByRole('option').filter({ hasText: text }).first().waitFor();
  await box.press('Enter');
}

async function openAct(page: Page, act: string): Promise<Locator> {
  await page.getByRole('group', { name: '处置操作' }).getByRole('button', { name: act, exact: true }).click();
  return page.getByRole('dialog', { name: act });
}
