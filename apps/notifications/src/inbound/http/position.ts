import type { Position } from '../../use-cases/follow-feed.js';

/** A position as the `id:` of a live event: `operators=12`, or `enterprise%3A…=5,contact%3A…=2`. */
export function encodePosition(position: Position): string {
  return [...position].map(([audience, seq]) => `${encodeURIComponent(audience)}=${seq}`).join(',');
}

/** Reads a position; undefined when the text was not made by {@link encodePosition}. */
export function decodePosition(text: string): Position | undefined {
  const position: Position = new Map();
  for (const part of text.split(',')) {
    const [, audience, digits] = /^([\w%.~!*'()-]{1,400})=(\d{1,15})$/.exec(part) ?? [];
    if (audience === undefined || digits === undefined) return undefined;
    try {
      position.set(decodeURIComponent(audience), Number(digits));
    } catch {
      return undefined;
    }
  }
  return position;
}
