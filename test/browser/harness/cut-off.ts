import type { Page } from 'playwright-core';

/** Texts of a page that somebody cannot read whole: cut by a box that does not scroll, beyond its button, or off the screen. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(textsCutOff, page.viewportSize()?.width ?? 0);

/** Runs in the page, so it needs all that it uses within itself. */
function textsCutOff(width: number): string[] {
  const SLACK = 1.5;
  const screen = { left: 0, right: width, top: -Infinity, bottom: Infinity };
  type Box = typeof screen;

  const clips = (element: Element): Box | undefined => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // What only readers of the screen get is one pixel wide.
    if (right - left <= SLACK) return undefined;
    if (element.matches('a, button, label, [role="timer"]')) return { left, right, top, bottom };
    const [across, down] = [overflowX, overflowY].map((how) => how === 'hidden' || how === 'clip');
    if (!across && !down) return undefined;
    return {
      ...(across ? { left, right } : { left: -Infinity, right: Infinity }),
      ...(down ? { top, bottom } : { top: -Infinity, bottom: Infinity }),
    };
  };
  const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflow);
  const hidden = (element: Element): boolean =>
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    element.closest('option, [aria-hidden="true"], .q-sr-only') !== null;
  const boxesAround = (element: Element): Box[] => {
    const boxes: Box[] = [];
    for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
      if (scrolls(around)) return boxes;
      const box = clips(around);
      if (box) boxes.push(box);
    }
    return [...boxes, screen];
  };
  const leaves = (text: DOMRect, box: Box): boolean =>
    text.left < box.left - SLACK ||
    text.right > box.right + SLACK ||
    text.top < box.top - SLACK ||
    text.bottom > box.bottom + SLACK;

  const found: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > width) found.push(`the page is ${scrollWidth} wide on ${width}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = (text.textContent ?? '').trim();
    if (words === '' || !text.parentElement || hidden(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = boxesAround(text.parentElement);
    if ([...range.getClientRects()].some((one) => boxes.some((box) => leaves(one, box)))) {
      found.push(`${text.parentElement.tagName.toLowerCase()}.${text.parentElement.className}: ${words.slice(0, 60)}`);
    }
  }
  return found;
}
