import { onBeforeUnmount, onMounted } from 'vue';

/** Without a hand on keyboard or mouse for so long, a desk counts as left alone (ms). */
const IDLE_MS = 15_000;
const KINDS = ['pointermove', 'keydown', 'wheel'];

/** Whether nobody touched this window for a while. */
export function useLeftAlone(): () => boolean {
  let lastTouch = performance.now();
  const touch = (): void => {
    lastTouch = performance.now();
  };
  onMounted(() => KINDS.forEach((kind) => addEventListener(kind, touch, { passive: true })));
  onBeforeUnmount(() => KINDS.forEach((kind) => removeEventListener(kind, touch)));
  return () => performance.now() - lastTouch > IDLE_MS;
}
