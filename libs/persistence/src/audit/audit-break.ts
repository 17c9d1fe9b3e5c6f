/** Where a chain is broken. */
export interface AuditBreak {
  /** `anchor`: a checkpoint that was told outside of the database; `state`: a row whose hash an entry holds. */
  readonly table: 'audit_entry' | 'audit_checkpoint' | 'anchor' | 'state';
  /** Whose chain; absent in the chain of checkpoints. */
  readonly subject?: string;
  readonly seq?: number;
  readonly reason: string;
}
