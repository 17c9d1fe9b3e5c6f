import { onBeforeUnmount, onMounted } from 'vue';

/** What keys do: by `event.key`; `mod+Enter` is Ctrl or ⌘ with Enter. */
export type Keys = Readonly<Record<string, () => void>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('[aria-modal="true"]')].some((each) => each.getClientRects().length > 0);

/**
 * One-key commands while the component is there. Silent while somebody types or composes Chinese, while a dialog is open, and
 * for every combination that belongs to the browser.
 */
export function useKeys(keys: Keys): void {
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || isDialogOpen()) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  onMounted(() => addEventListener('keydown', press));
  onBeforeUnmount(() => removeEventListener('keydown', press));
}
