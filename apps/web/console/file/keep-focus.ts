import { onBeforeUnmount, onMounted, type Ref } from 'vue';

const PRESSED = 'button:not(:disabled), a[href]';

/**
 * Keeps the focus where work goes on: when the button that had it is gone after its act, it goes to what may be done next in
 * the same place, or further up, and to the pane itself where nothing is left.
 */
export function useKeptFocus(pane: Ref<HTMLElement | undefined>): void {
  /** What had the focus last, and what it lay in, innermost first. */
  let last: HTMLElement | undefined;
  let around: HTMLElement[] = [];

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = [];
    for (let each = target.parentElement; each && each !== pane.value; each = each.parentElement) around.push(each);
  }
  function forget(event: PointerEvent): void {
    if (!(event.target instanceof Element) || !pane.value?.contains(event.target)) last = undefined;
  }
  function restore(): void {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const next = around.find((each) => each.isConnected && each.querySelector(PRESSED));
    (next?.querySelector<HTMLElement>(PRESSED) ?? pane.value)?.focus({ preventScroll: true });
  }
  /** A button that waited for its answer has the focus again. */
  function resume(): void {
    if (last?.isConnected && document.activeElement === document.body && !last.matches(':disabled')) last.focus();
  }

  const watcher = new MutationObserver(() => {
    restore();
    resume();
  });
  onMounted(() => {
    pane.value?.addEventListener('focusin', remember);
    addEventListener('pointerdown', forget, { capture: true });
    if (pane.value) {
      watcher.observe(pane.value, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    }
  });
  onBeforeUnmount(() => {
    watcher.disconnect();
    removeEventListener('pointerdown', forget, { capture: true });
  });
}
