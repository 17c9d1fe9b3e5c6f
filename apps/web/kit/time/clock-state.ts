/** How urgent a running clock is: amber from 75 % of its limit on, breached from 100 %. */
export type Urgency = 'calm' | 'soon' | 'breached';

/** A clock that runs towards an instant. */
export interface RunningClock {
  /** ISO instants. */
  readonly from: string;
  readonly dueAt: string;
}

const WARN_SHARE = 0.75;

/** How urgent a clock is at `now` (ms since the epoch, server time), and the ms left; negative once it is breached. */
export function clockState({ from, dueAt }: RunningClock, now: number): { urgency: Urgency; leftMs: number } {
  const due = Date.parse(dueAt);
  const limit = due - Date.parse(from);
  const leftMs = due - now;
  if (leftMs <= 0) return { urgency: 'breached', leftMs };
  return { urgency: limit - leftMs >= limit * WARN_SHARE ? 'soon' : 'calm', leftMs };
}

/** `02:13`, `1:02:13` or `3d 04:10`, without a sign. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}`;
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
