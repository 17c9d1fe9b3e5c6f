import { computed, ref, watch, type Ref } from 'vue';

/** What a text field with a list of what it may mean looks at and calls back. */
interface Surroundings<T> {
  readonly text: Ref<string>;
  readonly found: () => readonly T[];
  /** The text that `found` is the answer to, where it comes later than the text. */
  readonly answers: () => string | undefined;
  taken(item: T): void;
  typed(): void;
}

/**
 * The keys of a text field with a list: arrows choose, Enter takes, Escape closes. Composing Chinese never chooses, and no key
 * takes anything from a list that is the answer to another text.
 */
export function useCombobox<T>({ text, found, answers, taken, typed }: Surroundings<T>) {
  const isOpen = ref(false);
  const at = ref(0);
  /** Enter was pressed before the server had answered: what comes first is taken, unless somebody types on. */
  let takesFirst = false;
  const isCurrent = computed(() => answers() === undefined || answers() === text.value.trim());
  const active = computed(() =>
    isOpen.value && isCurrent.value && found().length > 0 ? Math.min(at.value, found().length - 1) : -1,
  );

  function type(): void {
    isOpen.value = true;
    at.value = 0;
    takesFirst = false;
    typed();
  }
  function move(event: KeyboardEvent, by: number): void {
    if (event.isComposing) return;
    event.preventDefault();
    if (!isOpen.value) isOpen.value = true;
    else at.value = Math.min(found().length - 1, Math.max(0, active.value + by));
  }
  function take(item: T | undefined): void {
    isOpen.value = false;
    takesFirst = false;
    if (item !== undefined) taken(item);
  }
  function enter(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (active.value >= 0) take(found()[active.value]);
    else takesFirst = isOpen.value && text.value.trim() !== '';
  }
  watch([found, isCurrent], ([[first], current]) => takesFirst && current && take(first));
  function escape(event: KeyboardEvent): void {
    if (!isOpen.value) return;
    event.stopPropagation();
    isOpen.value = false;
  }
  /** Who is somewhere else by now is not called back by a late answer. */
  function leave(): void {
    takesFirst = false;
    isOpen.value = false;
  }
  return { isOpen, isCurrent, active, type, move, take, enter, escape, leave };
}
