import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** How somebody looks at a page. */
export interface Looks {
  readonly theme: 'light' | 'dark';
  readonly language: 'zh-CN' | 'en';
  readonly device: Device;
  /** 大字版. */
  readonly large?: boolean;
}

export type Device = 'desk' | 'phone' | 'small phone';

/** Sizes of the devices in CSS pixels; a phone has fingers and a dense screen. */
const DEVICES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'small phone': { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true },
} as const;

/** Nothing of the browser's own may reach for the network or for a graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds for a state to come about; two cores may also carry a broker, a database and three browsers. */
export const PATIENCE_MS = 20_000;

/** Starts a Chromium with an empty profile: the one that QIJING_CHROMIUM names. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['QIJING_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  });
}

/** A person's own window: nothing is shared with other contexts of the same browser. */
export async function openWindow(browser: Browser, looks: Partial<Looks> = {}): Promise<Page> {
  const context = await openContext(browser, looks);
  return context.newPage();
}

/** What makes a window somebody's: cookies and what pages keep. */
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Room for windows that share nothing with other contexts of the same browser. */
export async function openContext(
  browser: Browser,
  looks: Partial<Looks> = {},
  storageState?: Session,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...DEVICES[looks.device ?? 'desk'],
    ...(storageState && { storageState }),
    colorScheme: looks.theme ?? 'light',
    locale: looks.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // Pages take the language that was chosen last, not the browser's.
  await context.addInitScript((locale) => localStorage.setItem('qijing.locale', locale), looks.language ?? 'zh-CN');
  await context.addInitScript((large) => localStorage.setItem('qijing.large', large), looks.large ? '1' : '0');
  return context;
}
