import type { Locator, Page } from 'playwright-core';
import { eventually } from '#testing';
import type { FileSeen } from '../../../apps/standalone/src/demo/seen.js';
import zh from '../../../apps/web/kit/i18n/zh-CN.js';
import { PATIENCE_MS } from './browsers.js';

/** What the console shows, in the words of those who look at it. */
export class Desk {
  constructor(private readonly page: Page) {}

  /** The incident whose file is open. */
  async openedIncident(): Promise<string> {
    await this.page.waitForURL(/\/console\/incidents\//);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Rows of an incident in the queue. */
  rows(number: string): Promise<number> {
    return this.row(number).count();
  }

  /** The incident is in the queue, at once or behind the strip that says that something is new. */
  async hasRow(number: string): Promise<void> {
    const fresh = this.page.getByRole('button', { name: /条新警情/ });
    await this.row(number).or(fresh).first().waitFor();
    if ((await this.rows(number)) === 0) await fresh.click();
    await this.row(number).waitFor();
  }

  async open(number: string): Promise<void> {
    await this.hasRow(number);
    await this.row(number).click();
    await this.file(number).waitFor();
  }

  /** Says that it is live, and not that anything may be old. */
  async isLive(): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: '实时' }).waitFor();
    await this.stale().waitFor({ state: 'hidden' });
  }

  /** Says that what it shows may be old. */
  isStale(): Promise<void> {
    return this.stale().waitFor();
  }

  /** The open file shows what the product has: state, every unit with its state, every line of the timeline once. */
  async agreesWith(look: () => Promise<FileSeen>): Promise<void> {
    await eventually(
      async () => {
        const file = await look();
        const [wanted, shown] = [inWords(file), await this.shown(file.number)];
        if (JSON.stringify(wanted) !== JSON.stringify(shown)) {
          throw new Error(`the desk shows\n${JSON.stringify(shown)}\ninstead of\n${JSON.stringify(wanted)}`);
        }
      },
      { withinMs: PATIENCE_MS, everyMs: 100 },
    );
  }

  private async shown(number: string): Promise<Shown> {
    const file = this.file(number);
    const units = await file.getByRole('region', { name: '派警与处置' }).locator('[data-assignment]').all();
    return {
      state: (await file.locator('[data-state]').first().innerText()).trim(),
      units: (
        await Promise.all(
          units.map(async (unit) => `${await unit.getAttribute('data-assignment')} ${await standing(unit)}`),
        )
      ).sort(),
      lines: await file.getByRole('region', { name: '时间线' }).getByRole('listitem').count(),
    };
  }

  private file(number: string): Locator {
    return this.page.getByRole('article', { name: `警情卷宗 ${number}` });
  }

  private row(number: string): Locator {
    return this.page.locator(`[data-number="${number}"]`);
  }

  private stale(): Locator {
    return this.page.getByRole('alert').filter({ hasText: '数据可能过期' });
  }
}

interface Shown {
  readonly state: string;
  readonly units: readonly string[];
  readonly lines: number;
}

/** The word that stands beside a unit. */
const standing = async (unit: Locator): Promise<string> => (await unit.locator('.standing').innerText()).trim();

function inWords({ state, assignments, timeline }: FileSeen): Shown {
  const words = zh as unknown as Record<'incidentState' | 'assignmentState', Record<string, string>>;
  return {
    state: words.incidentState[state] ?? state,
    units: assignments.map(({ unit, state: its }) => `${unit.id} ${words.assignmentState[its] ?? its}`).sort(),
    lines: timeline.length,
  };
}
