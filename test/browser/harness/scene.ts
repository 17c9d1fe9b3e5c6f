import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { openBrowser, openWindow, type Looks } from './browsers.js';
import { signIn } from './sign-in.js';

/** For five processes, a gateway and a browser on two cores, ms. */
const STARTING_MS = 120_000;

/** A running system, and people who look at it in windows of their own. */
export interface Scene {
  readonly stage: Stage;
  /** A window in which nobody is signed in. */
  window(this: void, looks?: Partial<Looks>): Promise<Page>;
  /** A window in which somebody is signed in, with the password of everybody unless it is another. */
  open(this: void, account: string, looks?: Partial<Looks>, password?: string): Promise<Page>;
}

/** Sets a scene for the cases of a file: it is there before the first and gone after the last. */
export function setScene(): Scene {
  let stage: Stage;
  let browser: Browser;
  beforeAll(async () => {
    stage = await openStage();
    browser = await openBrowser();
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);
  return {
    get stage() {
      return stage;
    },
    window: (looks) => openWindow(browser, looks),
    open: async (account, looks = {}, password = stage.password) => {
      const page = await openWindow(browser, looks);
      await signIn(page, stage.baseUrl, account, password);
      return page;
    },
  };
}
