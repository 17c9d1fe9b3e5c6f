import type { World } from './world.js';

const PATIENCE_MS = 15_000;

/** What the feed of somebody holds, from its beginning to where it ends now; empty where he has none. */
export async function feedOf(world: World, account: string): Promise<string> {
  const end = positionIn(await read(world, 'operator', '', (text) => positionIn(text) !== undefined)) ?? 0;
  return read(world, account, '?from=start', (text) => (positionIn(text) ?? -1) >= end);
}

/** The last position that whole blocks name. */
function positionIn(text: string): number | undefined {
  const whole = text.slice(0, text.lastIndexOf('\n\n') + 1);
  const last = [...whole.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1];
  return last === undefined ? undefined : Number(last);
}

async function read(world: World, account: string, query: string, done: (text: string) => boolean): Promise<string> {
  const stop = new AbortController();
  const patience = setTimeout(() => stop.abort(new Error(`the feed of ${account} did not get there`)), PATIENCE_MS);
  try {
    const { status, body } = await fetch(`${world.system.url}/api/v1/live${query}`, {
      headers: { authorization: `Bearer ${world.people.token(account)}` },
      signal: stop.signal,
    });
    if (status !== 200 || body === null) return '';
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      if (done(text)) return text;
    }
    throw new Error(`the feed of ${account} ended`);
  } finally {
    clearTimeout(patience);
    stop.abort();
  }
}
