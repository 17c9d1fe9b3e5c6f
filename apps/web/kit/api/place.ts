import type { Schemas } from './client';

type Precision = NonNullable<Schemas['FiledAddress']['precision']>;

/** Points that stand for an address or cannot be right: nobody has verified them. */
const GUESSED: readonly Precision[] = ['site', 'town', 'unknown', 'far'];

/** How the point of a place was guessed; undefined where whoever reported it knew it. */
export const guessOf = ({ precision }: { precision?: Precision }): Precision | undefined =>
  precision !== undefined && GUESSED.includes(precision) ? precision : undefined;
