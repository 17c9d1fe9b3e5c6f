import { computed, onBeforeUnmount, onMounted, ref } from 'vue';

/** Height of one row, CSS pixels. */
export const ROW = 30;
/** Rows that are drawn above and below those in sight. */
const SPARE = 6;

/** Which part of a long list is in sight, so that only that is drawn: the places from `first` to `end`. */
export function useWindow() {
  const list = ref<HTMLElement>();
  const scrollTop = ref(0);
  const height = ref(600);
  const first = computed(() => Math.max(0, Math.floor(scrollTop.value / ROW) - SPARE));
  const end = computed(() => first.value + Math.ceil(height.value / ROW) + 2 * SPARE);

  const watcher = new ResizeObserver(([entry]) => {
    if (entry) height.value = entry.contentRect.height;
  });
  onMounted(() => list.value && watcher.observe(list.value));
  onBeforeUnmount(() => watcher.disconnect());

  /** Brings a place into sight. */
  function reveal(at: number): void {
    if (!list.value || at < 0) return;
    const [top, shown] = [at * ROW, list.value.clientHeight];
    if (top < list.value.scrollTop) list.value.scrollTop = top;
    else if (top + ROW > list.value.scrollTop + shown) list.value.scrollTop = top + ROW - shown;
  }
  const scrolled = (): void => {
    scrollTop.value = list.value?.scrollTop ?? 0;
  };
  return { list, first, end, reveal, scrolled };
}
