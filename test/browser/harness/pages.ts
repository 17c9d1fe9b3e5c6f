import type { Page } from 'playwright-core';
import type { Device } from './browsers.js';
import { CONSOLE_PAGES } from './console-pages.js';
import type { World } from './world.js';

/** A page, and how somebody comes to see it. */
export interface PageSeen {
  readonly name: string;
  /** Who is signed in; nobody on the front door. */
  readonly account?: string;
  /** False: the account has no live feed, and the page shows no link. */
  readonly feed?: false;
  readonly devices: readonly Device[];
  readonly path: (world: World) => string;
  /** Does what has to be done, and ends when everything is on the screen. */
  readonly arrive: (page: Page) => Promise<unknown>;
}

const phone = ['phone'] as const;
const both = ['desk', 'phone'] as const;
const heading =
  (name: RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('heading', { name }).first().waitFor();

const UNIT_PAGES: readonly PageSeen[] = [
  {
    name: 'unit-standby',
    account: 'PS01',
    devices: phone,
    path: () => '/unit/',
    arrive: heading(/^(目前没有派警|No assignment)/),
  },
  {
    name: 'unit-new-assignment',
    account: 'AFC01',
    devices: phone,
    path: () => '/unit/',
    arrive: heading(/^(发生了什么|What happened)/),
  },
  {
    name: 'unit-assignment',
    account: 'PAT02',
    devices: phone,
    path: ({ patrolled }) => `/unit/assignments/${patrolled}`,
    arrive: heading(/^(发生了什么|What happened)/),
  },
  {
    name: 'unit-feedback',
    account: 'PAT02',
    devices: phone,
    path: ({ patrolled }) => `/unit/assignments/${patrolled}`,
    arrive: async (page) => {
      await heading(/^(发生了什么|What happened)/)(page);
      await page.locator('[data-act="more"]').click();
      await page.getByRole('dialog').locator('[data-act="feedback"]').click();
      await page.locator('textarea[name="text"]').waitFor();
    },
  },
];

const PORTAL_PAGES: readonly PageSeen[] = [
  { name: 'portal-report', path: () => '/portal/', arrive: heading(/^(正在发生|Happening now)/) },
  {
    name: 'portal-incidents',
    path: () => '/portal/incidents',
    arrive: (page: Page) => page.locator('[data-part="incident"]').first().waitFor(),
  },
  {
    name: 'portal-incident',
    path: ({ theft }: World) => `/portal/incidents/${theft}`,
    arrive: (page: Page) => page.locator('[data-step]').first().waitFor(),
  },
  {
    name: 'portal-ledger',
    path: () => '/portal/ledger',
    arrive: (page: Page) => page.locator('[data-part="ledger"]').first().waitFor(),
  },
  {
    name: 'portal-notices',
    path: () => '/portal/notices',
    arrive: (page: Page) => page.locator('[data-part="notice"]').first().waitFor(),
  },
].map((page) => ({ ...page, account: 'enterprise', devices: both }));

const ADMIN_PAGES: readonly PageSeen[] = [
  {
    name: 'admin-accounts',
    account: 'security',
    feed: false,
    devices: both,
    path: () => '/admin/',
    arrive: (page) => page.locator('tr[data-account]').first().waitFor(),
  },
  {
    name: 'admin-new-account',
    account: 'admin',
    feed: false,
    devices: both,
    path: () => '/admin/',
    arrive: async (page) => {
      await page.locator('[data-act="new-account"]').click();
      await page.locator('[data-act="save-account"]').waitFor();
    },
  },
];

const PASSWORD_PAGES: readonly PageSeen[] = [
  { name: 'password-own', account: 'security' },
  { name: 'password-by-secret' },
].map((page) => ({
  ...page,
  feed: false as const,
  devices: both,
  path: () => '/password/',
  arrive: (shown: Page) => shown.locator('input[name="newPassword"]').waitFor(),
}));

export const FRONT_DOOR: PageSeen = {
  name: 'sign-in',
  devices: both,
  path: () => '/',
  arrive: (page) => page.locator('input[type="password"]').waitFor(),
};

/** Every page that there is. */
export const PAGES: readonly PageSeen[] = [
  FRONT_DOOR,
  ...CONSOLE_PAGES,
  ...UNIT_PAGES,
  ...PORTAL_PAGES,
  ...ADMIN_PAGES,
  ...PASSWORD_PAGES,
];
