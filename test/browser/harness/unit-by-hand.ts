import type { Locator, Page } from 'playwright-core';
import type { Final, Found, Posting } from '../../../apps/standalone/src/demo/told.js';
import type { Unit } from '../../../apps/standalone/src/demo/town.js';
import { answered } from './answered.js';

/** Words on the buttons and fields of a unit's phone. */
const WORDS = {
  acknowledge: '签收',
  depart: '出发',
  arrive: '到场',
  'start-work': '开始处置',
  feedback: '反馈情况',
  complete: '处置完毕',
  'ledger-entries': '登记损失',
  restrict: '限制知悉',
} as const;
const OUTCOMES: Readonly<Record<string, string>> = { CASE_REGISTERED: '转案件', MEDIATED: '调解' };
const KINDS: Readonly<Record<string, string>> = { LOSS_VERIFIED: '核定损失', RECOVERED: '追回在案' };

type Act = keyof typeof WORDS;

/**
 * Officers who do their part with their thumbs. They act when they act: times that a story states are not entered. What the
 * phone has no screen for (moving a case, releasing) is left to `otherwise`.
 */
export function unitByHand(page: Page, otherwise: Unit): Unit {
  const milestone = (act: Act) => async (): Promise<void> => {
    await answered(page, `/${act}`, () => press(page, act));
    const way = page.locator('section').filter({ has: page.getByRole('heading', { name: '本单位进展' }) });
    await way.getByRole('listitem').filter({ hasText: WORDS[act] }).waitFor();
  };
  return {
    ...otherwise,
    acknowledges: milestone('acknowledge'),
    departs: milestone('depart'),
    arrives: milestone('arrive'),
    startsWork: milestone('start-work'),
    reports: (_incident, found) => report(page, found),
    completes: (_incident, final) => complete(page, final),
    posts: (_case, entry) => post(page, entry),
    restricts: (_incident, reason, safeContact) => restrict(page, reason, safeContact),
  };
}

async function report(page: Page, { text, suspectsCaught = 0, insiderSuspected, ...onScene }: Found): Promise<void> {
  await press(page, 'feedback');
  const sheet = page.getByRole('dialog', { name: WORDS.feedback });
  await sheet.getByLabel('现场情况').fill(text);
  for (let caught = 0; caught < suspectsCaught; caught += 1) await sheet.getByRole('button', { name: '+1' }).click();
  if (insiderSuspected) await sheet.getByLabel('疑有企业内部人员参与').check();
  if (Object.keys(onScene).length > 0) await tellMore(sheet, onScene);
  await answered(page, '/feedback', () => submit(sheet, 'feedback'));
  await page.getByRole('listitem').filter({ hasText: text }).waitFor();
}

async function tellMore(sheet: Locator, { flags = [], injured, crowd }: Partial<Found>): Promise<void> {
  await sheet.getByText('现场比已知情况严重').click();
  for (const flag of flags) await sheet.locator(`input[name="flags"][value="${flag}"]`).check();
  if (injured !== undefined) await sheet.getByLabel('受伤人数').fill(String(injured));
  if (crowd !== undefined) await sheet.getByLabel('聚集人数').fill(String(crowd));
}

async function complete(page: Page, { text, outcome }: Final): Promise<void> {
  await press(page, 'complete');
  const sheet = page.getByRole('dialog', { name: WORDS.complete });
  if (outcome !== undefined) await sheet.getByLabel('结果类别').selectOption({ label: OUTCOMES[outcome] ?? outcome });
  await sheet.getByLabel('处理结果').fill(text);
  await answered(page, '/complete', () => submit(sheet, 'complete'));
}

async function post(page: Page, { kind, amountFen, method, note }: Posting): Promise<void> {
  await press(page, 'ledger-entries');
  const sheet = page.getByRole('dialog', { name: WORDS['ledger-entries'] });
  await sheet.getByLabel('类别').selectOption({ label: KINDS[kind] ?? kind });
  await sheet.getByLabel('金额').fill(String(amountFen / 100));
  if (method !== undefined) await sheet.getByLabel('依据').fill(method);
  if (note !== undefined) await sheet.getByLabel('说明').fill(note);
  await answered(page, '/ledger-entries', () => submit(sheet, 'ledger-entries'));
}

async function restrict(page: Page, reason: string, safeContact: string): Promise<void> {
  await press(page, 'restrict');
  const sheet = page.getByRole('dialog', { name: WORDS.restrict });
  await sheet.getByLabel('限制知悉的理由').fill(reason);
  await sheet.getByLabel('企业方面只告知').selectOption({ value: safeContact });
  await answered(page, '/restrict', () => submit(sheet, 'restrict'));
}

const submit = (sheet: Locator, act: Act): Promise<void> => sheet.getByRole('button', { name: WORDS[act] }).click();

/** The next act is the big button; others are behind 更多. */
async function press(page: Page, act: Act): Promise<void> {
  const bar = page.getByRole('navigation');
  const next = bar.getByRole('button', { name: WORDS[act], exact: true });
  const more = bar.getByRole('button', { name: '更多', exact: true });
  await next.or(more).first().waitFor();
  if (await next.isVisible()) return next.click();
  await more.click();
  await page.getByRole('dialog').getByRole('button', { name: WORDS[act], exact: true }).click();
}
