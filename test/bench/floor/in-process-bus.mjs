/** The bare bus inside one process: a page counts as sent once every group has handled all of it. */
export function openInProcess() {
  const groups = [];
  return {
    connect: async () => undefined,
    send: async (rows) => {
      await Promise.all(
        groups.map((group) => {
          const handled = group.tail.then(() => group.take(rows));
          group.tail = handled.catch(() => undefined);
          return handled;
        }),
      );
    },
    consume: async (_groupId, take) => void groups.push({ take, tail: Promise.resolve() }),
    close: async () => undefined,
  };
}
