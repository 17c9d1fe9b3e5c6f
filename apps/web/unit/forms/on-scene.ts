import { FLAGS, type Flag } from '../../kit/flags';

/** What a unit finds on the scene beyond what was known; a field that nobody filled in is empty. */
export interface OnScene {
  flags: Flag[];
  injured: number | '';
  crowd: number | '';
}

/** An empty form. */
export const NOTHING_FOUND: Readonly<OnScene> = { flags: [], injured: '', crowd: '' };

/** Dangers that a unit may find; whom it suspects of the enterprise is asked apart. */
export const DANGERS: readonly Flag[] = FLAGS.filter((flag) => flag !== 'insider_suspected');

/** The most that may be meant. */
export const MOST = { injured: 100_000, crowd: 1_000_000 } as const;

/** What of it is sent: nothing that says nothing. */
export function found({ flags, injured, crowd }: OnScene): { flags?: Flag[]; injured?: number; crowd?: number } {
  const [hurt, gathered] = [count(injured, MOST.injured), count(crowd, MOST.crowd)];
  return {
    ...(flags.length > 0 && { flags: DANGERS.filter((flag) => flags.includes(flag)) }),
    ...(hurt > 0 && { injured: hurt }),
    ...(gathered > 0 && { crowd: gathered }),
  };
}

const count = (typed: number | '', most: number): number =>
  typed === '' ? 0 : Math.min(most, Math.max(0, Math.trunc(typed)));
