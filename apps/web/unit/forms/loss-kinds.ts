import type { Schemas } from '../../kit/api/client';

export type Kind = Schemas['LedgerEntryBody']['kind'];
type Entries = Schemas['FiledCaseView']['ledger']['entries'];

const ON_ACCOUNT: readonly string[] = ['STOPPED', 'FROZEN', 'STOP_ENDED', 'UNFROZEN'];
const NAMED: readonly string[] = [...ON_ACCOUNT, 'RELEASED'];
const WITH_METHOD: readonly string[] = ['LOSS_VERIFIED', 'COMPENSATED'];
const WITH_NOTE: readonly string[] = ['UNFROZEN', 'COMPENSATED', 'REVERSAL'];
const PROPOSED = { FROZEN: 'freeze', LOSS_ADJUSTED: 'adjust_loss' } as const;

/** The act by which a kind is proposed first; undefined for those that an officer posts alone. */
export const proposalOf = (kind: Kind | ''): (typeof PROPOSED)[keyof typeof PROPOSED] | undefined =>
  PROPOSED[kind as keyof typeof PROPOSED];

/** What each kind asks for; the server's rules ask for the same. */
export const asksOf = (kind: Kind | '') => ({
  method: WITH_METHOD.includes(kind),
  account: ON_ACCOUNT.includes(kind),
  holding: NAMED.includes(kind),
  note: WITH_NOTE.includes(kind),
  entry: kind === 'REVERSAL',
  direction: kind === 'LOSS_ADJUSTED',
});

/** Entries of others that may be taken back: each once, and no reversal. */
export function reversibleIn(entries: Entries, accountId: string | undefined): Entries {
  const gone = new Set(entries.map(({ reverses }) => reverses));
  return entries.filter(
    ({ entryId, kind, by }) => kind !== 'REVERSAL' && !gone.has(entryId) && by.accountId !== accountId,
  );
}
