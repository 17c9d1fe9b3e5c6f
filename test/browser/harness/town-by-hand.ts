import type { Browser, Page } from 'playwright-core';
import type {
  Custodian,
  Director,
  EnterpriseContact,
  Operator,
  Town,
  Unit,
} from '../../../apps/standalone/src/demo/town.js';
import type { Stage } from '../../journeys/stage.js';
import { openBrowser, openWindow, type Device } from './browsers.js';
import { enterpriseByHand } from './enterprise-by-hand.js';
import { operatorByHand } from './operator-by-hand.js';
import { signIn } from './sign-in.js';
import { unitByHand } from './unit-by-hand.js';

/**
 * People at their own screens: the desk in one browser, the units' phones in a second, the enterprises' in a third. Everybody
 * signs in once and keeps his window.
 */
export class TownByHand implements Town {
  private readonly windows = new Map<string, Promise<Page>>();

  private constructor(
    private readonly stage: Stage,
    private readonly browsers: { readonly desk: Browser; readonly units: Browser; readonly enterprises: Browser },
  ) {}

  static async open(stage: Stage): Promise<TownByHand> {
    const [desk, units, enterprises] = await Promise.all([openBrowser(), openBrowser(), openBrowser()]);
    return new TownByHand(stage, { desk, units, enterprises });
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.browsers).map((browser) => browser.close()));
  }

  async operator(): Promise<Operator> {
    return operatorByHand(await this.desk(), await this.stage.town.operator());
  }

  /** The operator's window. */
  desk(): Promise<Page> {
    return this.window('operator', this.browsers.desk, 'desk');
  }

  director(): Promise<Director> {
    return this.stage.town.director();
  }

  custodian(): Promise<Custodian> {
    return this.stage.town.custodian();
  }

  enterprise(): Promise<EnterpriseContact> {
    return this.contactOf('enterprise');
  }

  async contactOf(account: string): Promise<EnterpriseContact> {
    const page = await this.window(account, this.browsers.enterprises, 'phone');
    return enterpriseByHand(page, await this.stage.town.contactOf(account));
  }

  async unit(code: string): Promise<Unit> {
    return unitByHand(await this.window(code, this.browsers.units, 'phone'), await this.stage.town.unit(code));
  }

  private window(account: string, browser: Browser, device: Device): Promise<Page> {
    let page = this.windows.get(account);
    if (!page) {
      page = this.signedIn(account, browser, device);
      this.windows.set(account, page);
    }
    return page;
  }

  private async signedIn(account: string, browser: Browser, device: Device): Promise<Page> {
    const page = await openWindow(browser, { device });
    await signIn(page, this.stage.baseUrl, account, this.stage.password);
    return page;
  }
}
