import { onBeforeUnmount, onMounted } from 'vue';

/** What keys do: by `event.key`; `mod+Enter` is Ctrl or ⌘ with Enter. */
export type Keys = Readonly<Record<string, () => void>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Part of a Chinese word, or of a combination that belongs to the browser. */
const isComposed = ({ isComposing, keyCode, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  isComposing || keyCode === 229 || ctrlKey || metaKey || altKey;

/** What Enter presses by itself. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null;

/** Caps Lock changes nothing: letters have no second meaning. */
const keyOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('[aria-modal="true"]')].some((each) => each.getClientRects().length > 0);

/**
 * One-key commands while the component is there. Silent while somebody types or composes Chinese, while a dialog is open, and
 * for every combination that belongs to the browser.
 */
export function useKeys(keys: Keys): void {
  const press = (event: KeyboardEvent): void => {
    if (isComposed(event) || isTyping(event.target) || isDialogOpen()) return;
    const key = keyOf(event);
    const act = key === 'Enter' && isControl(event.target) ? undefined : keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  onMounted(() => addEventListener('keydown', press));
  onBeforeUnmount(() => removeEventListener('keydown', press));
}
