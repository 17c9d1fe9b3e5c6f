import { onBeforeUnmount, onMounted, type Ref } from 'vue';

const FIELDS = 'input:not([type="hidden"]):not([readonly]), select, textarea';
const REACHABLE = `${FIELDS}, button, a[href], summary, [tabindex="0"]`;

const within = (box: HTMLElement, selector: string): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>(selector)].filter(
    (each) => !each.matches(':disabled') && each.getClientRects().length > 0,
  );

/**
 * The focus of a dialog that is there as long as its component: it goes to the first field, stays inside, and returns to
 * where it was. Nothing fades: the next key belongs to the page again.
 */
export function useModal(box: Ref<HTMLElement | undefined>): void {
  // Before anything in the dialog takes the focus.
  const opener = document.activeElement;

  function turn(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || !box.value) return;
    const reachable = within(box.value, REACHABLE);
    const leaving = document.activeElement === (event.shiftKey ? reachable[0] : reachable.at(-1));
    if (!leaving && box.value.contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? reachable.at(-1) : reachable[0])?.focus();
  }

  onMounted(() => {
    if (!box.value) return;
    box.value.addEventListener('keydown', turn);
    if (!box.value.contains(document.activeElement)) (within(box.value, FIELDS)[0] ?? box.value).focus();
  });
  onBeforeUnmount(() => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
}
