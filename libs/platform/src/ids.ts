import { v7 } from 'uuid';

/** A new UUIDv7: unique, and in the order of creation, so that primary keys grow at one end. */
export function newId(): string {
  return v7();
}

/** When an id was made, milliseconds since 1970; NaN for what is no UUID. */
export const madeAt = (id: string): number => Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
