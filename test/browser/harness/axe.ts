import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A barrier that axe found: the rule, what it is about, and where. */
export interface Barrier {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
}

/** Barriers of a page as it stands, from `least` upwards. Runs past the page's own rule against foreign scripts. */
export async function barriersOf(page: Page, least: 'moderate' | 'serious' = 'serious'): Promise<Barrier[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'critical' || impact === 'serious' || impact === least)
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      help,
      where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
    }));
}
