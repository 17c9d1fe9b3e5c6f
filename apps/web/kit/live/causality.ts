import type { LiveFacts } from './messages';

/** The service that answers for files; what it publishes is in its answers before the feed tells of it. */
const FILES = 'cases';

/** Whether an answer about files may lag behind what the feed has just told. */
export const mayLag = ({ source }: LiveFacts): boolean => source !== FILES;

/** The newest number of each publisher that the feed told of an incident. */
export type Seen = ReadonlyMap<string, number>;

/** What is known after one more event. */
export function seenAfter(seen: Seen, { source, version }: LiveFacts): Seen {
  if (source === undefined || version === undefined) return seen;
  return new Map([...seen, [source, Math.max(version, seen.get(source) ?? 0)]]);
}

/** An incident file, as far as it tells which events it is made of. */
interface Made {
  readonly timeline?: readonly { readonly source: string; readonly sequence: number }[];
}

/** Whether a file is made of everything that the feed told of; a file that does not say so, is not. */
export function reflects(file: Made | undefined, seen: Seen): boolean {
  if (seen.size === 0) return false;
  return [...seen].every(([source, version]) =>
    file?.timeline?.some((line) => line.source === source && line.sequence >= version),
  );
}
