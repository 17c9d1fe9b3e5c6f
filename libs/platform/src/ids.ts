import { v7 } from 'uuid';

/** A new UUIDv7: unique, and in the order of creation, so that primary keys grow at one end. */
export function newId(): string {
  return v7();
}
