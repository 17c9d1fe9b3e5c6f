import { computed, shallowRef, watch, type Ref } from 'vue';
import { belongs, drawAnew, keepPlaces, VIEWS, type Shown, type View } from './order';
import { useRows } from './use-rows';

/** The queue of the desk: which rows a view draws, and in which places, while what they say changes. */
export function useQueue(view: Ref<View>, isIdle: () => boolean) {
  const { rows, problem, loading, look } = useRows();
  const shown = shallowRef<Shown>({ ids: [], fresh: [] });
  /** Reported at this desk just now: they come in at once, although rows move. */
  const own = new Set<string>();

  const redraw = (): void => {
    shown.value = drawAnew(rows.value, view.value);
  };
  watch(view, redraw);
  watch(
    rows,
    (now) => {
      const came = [...own].filter((incidentId) => now.has(incidentId));
      for (const incidentId of came) own.delete(incidentId);
      if (came.length > 0 || isIdle()) redraw();
      else shown.value = keepPlaces(shown.value, now, view.value);
    },
    { immediate: true, flush: 'sync' },
  );

  const counts = computed(() => {
    const found = Object.fromEntries(VIEWS.map((each) => [each, 0])) as Record<View, number>;
    for (const row of rows.value.values()) {
      for (const each of VIEWS) if (belongs(row, each)) found[each] += 1;
    }
    return found;
  });

  const bring = (incidentId: string): void => {
    own.add(incidentId);
    look(incidentId);
  };
  return { rows, shown, counts, problem, loading, redraw, bring };
}
