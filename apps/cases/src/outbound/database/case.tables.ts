import { column, defineTable, StatedRows } from '#persistence';
import type { CaseRecord } from '../../domain/case/case-view.js';
import type { PostedEntry } from '../../domain/loss-ledger/entry-view.js';
import type { Proposal } from '../../domain/proposal/proposal.js';

/** A case, with the version that guards it. */
export interface CaseRow extends CaseRecord {
  enterpriseId?: string;
  version: number;
}

/** An entry of a loss ledger; written once. Amounts in integer fen. */
export interface LedgerEntryRow extends PostedEntry {
  caseId: string;
}

/** A proposal, with the version that guards it. */
export interface ProposalRow extends Proposal {
  version: number;
}

export const caseRecords = defineTable<CaseRow>(
  'case_record',
  {
    id: column.id(),
    incidentId: column.id(),
    number: column.text(40),
    kind: column.text(20),
    state: column.text(20),
    enterpriseId: column.id().nullable(),
    registeredAt: column.time(),
    filedAt: column.time().nullable(),
    reconsiderations: column.int().nullable(),
    stopDueAt: column.time().nullable(),
    suspects: column.json(),
    version: column.int(),
  },
  { primary: ['id'], unique: [['number'], ['incidentId']], index: [['stopDueAt', 'id']] },
);

export const ledgerEntries = defineTable<LedgerEntryRow>(
  'ledger_entry',
  {
    id: column.id(),
    caseId: column.id(),
    line: column.int(),
    kind: column.text(20),
    amountFen: column.bigint(),
    notedFen: column.bigint().nullable(),
    holding: column.text(40).nullable(),
    reverses: column.id().nullable(),
    method: column.text(200).nullable(),
    approvalRef: column.text(120).nullable(),
    exceptionCode: column.text(60).nullable(),
    note: column.text(1000).nullable(),
    occurredAt: column.time(),
    recordedAt: column.time(),
    by: column.json(),
    expiresAt: column.time().nullable(),
    reversedKind: column.text(20).nullable(),
    approvedBy: column.json().nullable(),
  },
  { primary: ['id'], unique: [['caseId', 'line'], ['reverses']] },
);

/** Entries are written once, so the audit trail knows all of each. */
export const statedEntries = new StatedRows(ledgerEntries, [
  ...([
    'id',
    'caseId',
    'line',
    'kind',
    'amountFen',
    'notedFen',
    'holding',
    'reverses',
    'method',
    'approvalRef',
  ] as const),
  ...(['exceptionCode', 'note', 'occurredAt', 'recordedAt', 'by', 'expiresAt', 'reversedKind', 'approvedBy'] as const),
]);

export const proposals = defineTable<ProposalRow>(
  'proposal',
  {
    id: column.id(),
    caseId: column.id().nullable(),
    incidentId: column.id(),
    act: column.text(20),
    state: column.text(20),
    waitsFor: column.text(20).nullable(),
    needsLegal: column.bool(),
    ruleVersion: column.text(40),
    basis: column.text(2000),
    entry: column.json().nullable(),
    occurredAt: column.text(30).nullable(),
    steps: column.json(),
    version: column.int(),
  },
  { primary: ['id'], index: [['waitsFor', 'id'], ['caseId']] },
);

/** The next serial of the numbers with one prefix. */
export interface NumberSequenceRow {
  id: string;
  nextSerial: number;
}

export const numberSequences = defineTable<NumberSequenceRow>(
  'number_sequence',
  { id: column.id(), nextSerial: column.int() },
  { primary: ['id'] },
);
