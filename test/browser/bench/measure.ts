import type { Page } from 'playwright-core';

/** Milliseconds, by rank. */
export interface Spread {
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Ranks of measurements (nearest rank). */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN);
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/**
 * Presses a key some times and says how long each took until the page was painted, ms: from the key's own time stamp to
 * the end of the frame after it, which includes what the handlers did, layout and painting.
 */
export async function keyToPaint(page: Page, key: string, times: number): Promise<number[]> {
  await page.evaluate(() => {
    const window = globalThis as unknown as { painted: number[] };
    window.painted = [];
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.painted.push(performance.now() - timeStamp);
          port2.postMessage(undefined); // runs after this frame was painted
        });
      },
      { capture: true },
    );
  });
  for (let pressed = 1; pressed <= times; pressed += 1) {
    await page.keyboard.press(key);
    await page.waitForFunction((n) => (globalThis as unknown as { painted: number[] }).painted.length >= n, pressed);
  }
  return page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted);
}

/** Has the page write down when an incident's row is first painted: `Date.now()` in ms, by the incident's number. */
export async function watchRows(page: Page): Promise<() => Promise<Record<string, number>>> {
  await page.evaluate(() => {
    const window = globalThis as unknown as { seen: Record<string, number> };
    window.seen = {};
    const note = (): void => {
      const numbers = [...document.querySelectorAll('[data-number]')].map(
        (row) => row.getAttribute('data-number') ?? '',
      );
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => numbers.forEach((number) => (window.seen[number] ??= Date.now()));
      port2.postMessage(undefined); // runs after the frame that shows them was painted
    };
    new MutationObserver(() => requestAnimationFrame(note)).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: Record<string, number> }).seen);
}
