import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AuditCheckpoint, AuditEntry } from './audit-tables.js';

/** What the first entry of a chain and the first checkpoint point back to. */
export const GENESIS = '0'.repeat(64);

/** Hashes between two turns of the event loop: about 2 ms. */
const HASHES_PER_TURN = 1000;

/** Canonical form of what is hashed: a JSON array without spaces, instants in ISO 8601 with milliseconds, UTC. */
const sha256 = (parts: readonly unknown[]): string => sha256Of(JSON.stringify(parts));

/**
 * The hash of an entry over its predecessor's hash and all its own fields. Those that came later are left out where an entry
 * has none of them, as entries did before there were any.
 */
export const hashOfEntry = (entry: Omit<AuditEntry, 'hash'>): string => {
  const { prevHash, subject, seq, at, actor, act, object, success } = entry;
  const first = [prevHash, subject, seq, at.toISOString(), actor, act, object, success];
  const later = [entry.payload, entry.session, entry.address, entry.outcome, entry.detail].map((one) => one ?? null);
  return sha256(later.some((one) => one !== null) ? [...first, ...later] : first);
};

/** A checkpoint before it is hashed and signed. */
type Unsealed = Omit<AuditCheckpoint, 'hash' | 'signature'>;

/** SHA-256 of a text, hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of a checkpoint over its predecessor's hash, its time and its root. */
export const hashOfCheckpoint = ({ prevHash, seq, at, heads, root }: Unsealed): string =>
  sha256([prevHash, seq, at.toISOString(), heads.length, root]);

/** A leaf of the Merkle tree: the head of a chain. */
export type Leaf = readonly [subject: string, seq: number, hash: string];

/** Root of the binary Merkle tree over the leaves in this order; an odd node goes up as it is. Leaves and nodes differ. */
export async function merkleRoot(leaves: readonly Leaf[]): Promise<string> {
  let count = 0;
  const hashed = async (parts: readonly unknown[]): Promise<string> => {
    count += 1;
    if (count % HASHES_PER_TURN === 0) await breathe();
    return sha256(parts);
  };
  let level: string[] = [];
  for (const leaf of leaves) level.push(await hashed(['leaf', ...leaf]));
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left = '', right] = [level[at], level[at + 1]];
      above.push(right === undefined ? left : await hashed(['node', left, right]));
    }
    level = above;
  }
  return level[0] ?? GENESIS;
}
