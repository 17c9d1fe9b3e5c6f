import { resolve } from 'node:path';

/** The root of this checkout: every script works on its own checkout, wherever it is called from. */
export const root = resolve(import.meta.dirname, '../..');

/** An absolute path inside this checkout. */
export const inRoot = (...parts) => resolve(root, ...parts);
