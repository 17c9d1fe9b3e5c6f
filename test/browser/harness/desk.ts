import type { Page } from 'playwright-core';
export class Desk {
  constructor(private readonly page: Page) {}
  async openedIncident(): Promise<string> {
    return '';
  }
  async agreesWith(_look: unknown): Promise<void> {}
  async open(_n: string): Promise<void> {}
  async isLive(): Promise<void> {}
  async isStale(): Promise<void> {}
  async hasRow(_n: string): Promise<void> {}
  async rows(_n: string): Promise<number> {
    return 0;
  }
}
