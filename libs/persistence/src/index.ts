export { Aggregates, touch } from './aggregates.js';
export { actingAs, currentActor, type Actor } from './audit/actor.js';
export { AnchorFile, type Anchor } from './audit/anchors.js';
export { AuditCheckpoints, type CheckpointListener, type Sealing } from './audit/audit-checkpoints.js';
export { auditMigrations } from './audit/audit-migrations.js';
export {
  auditCheckpoints,
  auditEntries,
  auditTables,
  type AuditCheckpoint,
  type AuditDetail,
  type AuditEntry,
  type RowStates,
} from './audit/audit-tables.js';
export { AuditTrail, type AuditFact, type FactApart } from './audit/audit-trail.js';
export type { AuditBreak } from './audit/audit-break.js';
export { sha256Of } from './audit/audit-hash.js';
export { CheckpointKeys } from './audit/checkpoint-keys.js';
export { StatedRows } from './audit/stated-rows.js';
export { verifyAudit, type AuditProof, type AuditVerdict } from './audit/verify-audit.js';
export * from './backup/index.js';
export { DATABASE_OPTIONS, type Connections, type DatabaseOptions, type Session } from './connections.js';
export { openConnections } from './open-connections.js';
export { Counter } from './counter.js';
export { capturedContext, ContextSlot } from './context-slot.js';
export { Database, type WriteOptions } from './database.js';
export { placeholders } from './inserts.js';
export { isDuplicateKey, isTransient, isUnavailable } from './dialect.js';
export { DeadlineRunner, type DueRows } from './deadlines.js';
export { every, type EveryOptions, type Repeating } from './every.js';
export { failpoint } from './failpoint.js';
export { Gathering } from './gathering.js';
export { idAt, madeAt, newId, randomHex } from './ids.js';
export { applyMigrations, migrate, schemaDrift, type MigrationReport } from './migrate.js';
export { closeFiles, createPrivately, openToOthers, type OpenPath } from './private-files.js';
export { streamOf, type PublishingRow } from './publishing.js';
export { addColumns, addIndex, allowNull, dropColumns, dropIndex, renameColumn, tableNow } from './schema-changes.js';
export { createTable, dropTable, type ServiceSchema } from './schema.js';
export { migrationNames, NewerSchema, refuseNewerSchema, schemaVersion, type SchemaVersion } from './schema-version.js';
export { sharedFile } from './sqlite/sqlite-connections.js';
export { sweep } from './sweep.js';
export {
  column,
  defineTable,
  fromSqlTime,
  sqlTime,
  sqlTimeOf,
  type ColumnSpec,
  type SqlParam,
  type TableDef,
  type TableKeys,
} from './table.js';
export { LostRace, UnitOfWork } from './unit-of-work.js';
export type { MigrationInterface, QueryRunner } from 'typeorm';
