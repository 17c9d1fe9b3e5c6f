import type { Case } from './corpus.mjs';
import type { Front } from './fronts.mjs';

/** What went wrong with one case at one front, in words; nothing: it holds. */
export function judge(front: Front, item: Case): Promise<string[]>;
