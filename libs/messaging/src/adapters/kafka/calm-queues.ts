import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

let calm = false;

/**
 * Lets the connections of kafkajs rest while nothing waits to be sent. Its queues look at themselves again after the time
 * for which a broker throttled them, which for one that never did lies in 1970: a timer of 1 ms for ever, on every
 * connection (kafkajs#1751). A queue without waiting requests has nothing to look at, and what is put into it later, or
 * answered, makes it look.
 */
export function calmQueues(): void {
  if (calm) return;
  calm = true;
  const { prototype } = RequestQueue;
  const schedule = Object.getOwnPropertyDescriptor(prototype, 'scheduleCheckPendingRequests')?.value as () => void;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) schedule.call(this);
  };
}
