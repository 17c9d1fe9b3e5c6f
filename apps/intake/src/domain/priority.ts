import { PRIORITIES, type Priority } from '#contracts';

/** Whether `a` is more urgent than `b`. */
export const isHigher = (a: Priority, b: Priority): boolean => PRIORITIES.indexOf(a) < PRIORITIES.indexOf(b);

/** The more urgent of the two. */
export const higher = (a: Priority, b: Priority): Priority => (isHigher(a, b) ? a : b);

/** One level up, but never above `limit`; what is above it already stays. */
export function oneLevelUp(priority: Priority, limit: Priority): Priority {
  const up = PRIORITIES[Math.max(0, PRIORITIES.indexOf(priority) - 1)] ?? priority;
  return isHigher(up, limit) ? higher(priority, limit) : up;
}
