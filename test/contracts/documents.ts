/** Every object inside a document, with the path that leads to it. */
export function* objectsIn(value: unknown, at = ''): Generator<{ at: string; object: Record<string, unknown> }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield { at, object: value as Record<string, unknown> };
  for (const [key, each] of Object.entries(value)) yield* objectsIn(each, `${at}/${key}`);
}

/** Lists of words that a document says more than once, each time in place instead of by a reference. */
export function saidTwice(document: object): string[] {
  const places = new Map<string, string[]>();
  for (const { at, object } of objectsIn(document)) {
    if (!Array.isArray(object['enum']) || object['enum'].length < 2) continue;
    const key = JSON.stringify([...(object['enum'] as unknown[])].sort());
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return [...places].filter(([, all]) => all.length > 1).map(([key, all]) => `${key}: ${all.join(' ')}`);
}
