import type { Random } from './random.mjs';

/** A body in the wrong bytes, and whether nobody may take it. */
export function encodedBody(
  random: Random,
  json: unknown,
): { body: string | Buffer; type: string; encoding?: string; refused: boolean };
export function largeBody(random: Random, json: unknown): string;
