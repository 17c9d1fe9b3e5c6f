import type { Page } from 'playwright-core';
import type { PageSeen } from './pages.js';
import type { World } from './world.js';

const desk = { account: 'operator', devices: ['desk'] } as const;
const firstRow = (page: Page): Promise<void> => page.locator('[data-number]').first().waitFor();
const fileOf = async (page: Page): Promise<void> => {
  await firstRow(page);
  await page.locator('[data-file]').first().waitFor();
  await page.locator('[data-assignment]').first().waitFor();
};

/** The desk with each of its panes. */
export const CONSOLE_PAGES: readonly PageSeen[] = [
  { ...desk, name: 'console-queue', path: () => '/console/', arrive: firstRow },
  { ...desk, name: 'console-incident', path: ({ blockade }) => `/console/incidents/${blockade}`, arrive: fileOf },
  { ...desk, name: 'console-closed', path: ({ theft }) => `/console/incidents/${theft}`, arrive: fileOf },
  {
    ...desk,
    name: 'console-new-report',
    path: () => '/console/new',
    arrive: async (page) => {
      await firstRow(page);
      await page.locator('textarea[name="narrative"]').waitFor();
    },
  },
  {
    ...desk,
    name: 'console-units',
    path: () => '/console/units',
    arrive: async (page) => {
      await firstRow(page);
      await page.locator('[data-unit]').first().waitFor();
    },
  },
  ...['regrade', 'advise'].map((act) => ({
    ...desk,
    name: `console-${act}`,
    path: ({ blockade }: World) => `/console/incidents/${blockade}`,
    arrive: async (page: Page) => {
      await fileOf(page);
      await page.locator(`[data-act="${act}"]`).click();
      await page.getByRole('dialog').waitFor();
    },
  })),
  {
    ...desk,
    name: 'console-keys',
    path: () => '/console/',
    arrive: async (page) => {
      await firstRow(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];
