/** Where a chain is broken. */
export interface AuditBreak {
  readonly table: 'audit_entry' | 'audit_checkpoint';
  /** Whose chain; absent in the chain of checkpoints. */
  readonly subject?: string;
  readonly seq: number;
  readonly reason: string;
}
