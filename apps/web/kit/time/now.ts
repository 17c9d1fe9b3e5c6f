import { onScopeDispose, ref, type Ref } from 'vue';
import { ServerClock } from './server-clock';

/** The one clock of this window. */
export const serverClock = new ServerClock(() => performance.now(), Date.now());

/** Milliseconds since the epoch, server time. */
export const serverNow = (): number => serverClock.now();

const now = ref(serverNow());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Server time for templates, once a second; one timer serves everybody. */
export function useNow(): Readonly<Ref<number>> {
  users += 1;
  now.value = serverNow();
  timer ??= setInterval(() => (now.value = serverNow()), 1000);
  onScopeDispose(() => {
    users -= 1;
    if (users > 0) return;
    clearInterval(timer);
    timer = undefined;
  });
  return now;
}
