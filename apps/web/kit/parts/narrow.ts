import { onScopeDispose, ref, type Ref } from 'vue';

/** Below this width two panes side by side cannot be read, CSS pixels. */
const NARROW_PX = 760;

/** Whether the window has room for one pane only. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = matchMedia(`(max-width: ${NARROW_PX}px)`);
  const narrow = ref(query.matches);
  const look = (): void => {
    narrow.value = query.matches;
  };
  query.addEventListener('change', look);
  onScopeDispose(() => query.removeEventListener('change', look));
  return narrow;
}
