const PAGE = 500;
const POLL_MS = 250;

/** Sends the outbox in order, one page in flight; rows go once the bus has them. */
export function startRelay(store, bus) {
  let wake = () => undefined;
  let nudged = false;
  let running = true;
  const rest = () =>
    new Promise((resolve) => {
      if (nudged) return resolve();
      const timer = setTimeout(resolve, POLL_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (running) {
      nudged = false;
      const rows = await store.outboxPage(PAGE);
      if (rows.length > 0) {
        await bus.send(rows);
        await store.outboxDelete(rows.map(({ seq }) => seq));
      }
      if (rows.length < PAGE) await rest();
    }
  })();
  const nudge = () => {
    nudged = true;
    wake();
  };
  return {
    nudge,
    stop: async () => {
      running = false;
      nudge();
      await loop;
    },
  };
}
