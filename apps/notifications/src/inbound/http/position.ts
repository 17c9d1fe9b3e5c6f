/** A position as the `id:` of a live event: the number of the last entry. */
export const encodePosition = (seq: number): string => String(seq);

/** Reads a position; undefined for what was not made by {@link encodePosition}, such as a position of 0.1.0. */
export const decodePosition = (text: string): number | undefined =>
  /^\d{1,15}$/.test(text) ? Number(text) : undefined;
