import { computed, onBeforeUnmount, shallowReactive, watch, type Ref } from 'vue';

/** An alarm that nobody has looked at rings again after this time, ms. */
const AGAIN_MS = 10_000;
/** Two tones of a quarter of a second, Hz. */
const TONES = [880, 660];
const TONE_S = 0.25;

/**
 * Alarms whoever sits at the desk of incidents that cannot wait: it rings when one comes and again and again until somebody has
 * looked, and the title of the window counts them as long as they last.
 */
export function useAlarm(ids: Ref<readonly string[]>) {
  const seen = shallowReactive(new Set<string>());
  const unseen = computed(() => ids.value.filter((id) => !seen.has(id)));
  const title = document.title;
  let again: ReturnType<typeof setInterval> | undefined;

  watch(
    () => ids.value.length,
    (count) => (document.title = count > 0 ? `(${count}) ${title}` : title),
    { immediate: true },
  );
  watch(
    unseen,
    (now, before = []) => {
      // What has ended and comes again is an alarm of its own.
      for (const id of seen) if (!ids.value.includes(id)) seen.delete(id);
      if (now.some((id) => !before.includes(id))) ring();
      if (now.length > 0) again ??= setInterval(ring, AGAIN_MS);
      else again = void clearInterval(again);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    clearInterval(again);
    document.title = title;
  });

  /** Somebody looks at these. */
  const look = (some: readonly string[]): void => some.forEach((id) => seen.add(id));
  return { look };
}

let sound: AudioContext | undefined;

/** Silent where a browser has no sound, or keeps it until somebody has touched the page. */
function ring(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = (sound ??= new AudioContext());
  void context.resume().catch(() => undefined);
  for (const [at, hertz] of TONES.entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(context.destination);
    tone.start(context.currentTime + at * TONE_S);
    tone.stop(context.currentTime + (at + 1) * TONE_S);
  }
}
