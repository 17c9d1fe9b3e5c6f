import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Stage } from '../../journeys/stage.js';
import { openBrowser, openContext, type Looks, type Session } from './browsers.js';
import type { PageSeen } from './pages.js';
import { signIn } from './sign-in.js';
import type { World } from './world.js';

/** Shows pages one after the other; whoever is signed in with the same looks stays signed in. */
export class Album {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();
  private readonly sessions = new Map<string, Promise<Session>>();

  private constructor(
    private readonly stage: Stage,
    private readonly world: World,
    private readonly browser: Browser,
  ) {}

  static async open(stage: Stage, world: World): Promise<Album> {
    return new Album(stage, world, await openBrowser());
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens a page in a window of its own, lets `look` look at it, and closes it. */
  async show<T>(seen: PageSeen, looks: Looks, look: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.context(seen.account, looks);
    const page = await context.newPage();
    try {
      await page.goto(this.stage.baseUrl + seen.path(this.world));
      await seen.arrive(page);
      if (seen.feed !== false && seen.account !== undefined)
        await page.locator('[role="status"].link.live').first().waitFor();
      await settled(page);
      return await look(page);
    } finally {
      await page.close();
    }
  }

  private context(account: string | undefined, looks: Looks): Promise<BrowserContext> {
    const key = JSON.stringify([account, looks]);
    let context = this.contexts.get(key);
    if (!context) {
      context = this.signedIn(account, looks);
      this.contexts.set(key, context);
    }
    return context;
  }

  /** An account signs in once; its other windows carry the same session. */
  private async signedIn(account: string | undefined, looks: Looks): Promise<BrowserContext> {
    if (account === undefined) return openContext(this.browser, looks);
    let session = this.sessions.get(account);
    if (!session) {
      session = this.signIn(account, looks);
      this.sessions.set(account, session);
    }
    return openContext(this.browser, looks, await session);
  }

  private async signIn(account: string, looks: Looks): Promise<Session> {
    const context = await openContext(this.browser, looks);
    try {
      await signIn(await context.newPage(), this.stage.baseUrl, account, this.stage.password);
      return await context.storageState();
    } finally {
      await context.close();
    }
  }
}

/** Fonts are there and nothing fades or slides any more; what turns without end may turn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
}
