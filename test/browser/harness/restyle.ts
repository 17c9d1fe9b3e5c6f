import type { Page } from 'playwright-core';

/** Adds rules to a page past its own rule against foreign styles, to show that a check finds what they spoil. */
export const restyle = (page: Page, css: string): Promise<void> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, css);
