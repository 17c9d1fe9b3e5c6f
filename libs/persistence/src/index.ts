export { Aggregates, touch } from './aggregates.js';
export { actingAs, currentActor } from './audit/actor.js';
export { AuditCheckpoints } from './audit/audit-checkpoints.js';
export {
  auditCheckpoints,
  auditEntries,
  auditTables,
  CreateAudit1797000000000,
  type AuditCheckpoint,
  type AuditEntry,
} from './audit/audit-tables.js';
export { AuditTrail, type AuditFact } from './audit/audit-trail.js';
export type { AuditBreak } from './audit/audit-break.js';
export { verifyAudit, type AuditVerdict } from './audit/verify-audit.js';
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
export { madeAt, newId, randomHex } from './ids.js';
export { applyMigrations, migrate, schemaDrift, type MigrationReport } from './migrate.js';
export { streamOf, type PublishingRow } from './publishing.js';
export { addColumns, addIndex, allowNull, dropIndex, renameColumn, tableNow } from './schema-changes.js';
export { createTable, dropTable, type ServiceSchema } from './schema.js';
export { NewerSchema, refuseNewerSchema, schemaVersion, type SchemaVersion } from './schema-version.js';
export { sweep } from './sweep.js';
export {
  column,
  defineTable,
  fromSqlTime,
  sqlTime,
  type ColumnSpec,
  type SqlParam,
  type TableDef,
  type TableKeys,
} from './table.js';
export { LostRace, UnitOfWork } from './unit-of-work.js';
export type { MigrationInterface, QueryRunner } from 'typeorm';
