import type { JWK } from 'jose';
import { messagingTables } from '#messaging';
import {
  auditMigrations,
  auditTables,
  column,
  defineTable,
  StatedRows,
  type ServiceSchema,
  type TableDef,
} from '#persistence';
import { idempotencyKeys } from '#platform';
import type { Account } from '../../domain/account.js';
import type { SetupRow } from '../../domain/setup.js';
import type { SignInSource } from '../../domain/sign-in-source.js';
import type { SealedKey } from '../key-seal.js';
import { CreateIdentity1795000000001 } from './migrations/1795000000001-create-identity.js';
import { AddPendingChange1800000000000 } from './migrations/1800000000000-add-pending-change.js';
import { FindEndedSessions1815000000000 } from './migrations/1815000000000-find-ended-sessions.js';
import { TellOfAccounts1807000000000 } from './migrations/1807000000000-tell-of-accounts.js';
import { KeepSignInSources1820000000000 } from './migrations/1820000000000-keep-sign-in-sources.js';
import { AddSetup1830000000000 } from './migrations/1830000000000-add-setup.js';

/** A signed-in session; its id is the token's `jti`. */
export interface SessionRow {
  id: string;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  /** When it ends unless it is used before; absent: it does not end by lying idle. */
  idleUntil?: Date;
  revokedAt?: Date;
}

/** A key pair that tokens are signed with; `slot` counts them and is unique, so that only one process can make each. */
export interface SigningKeyRow {
  id: string;
  slot: number;
  publicJwk: JWK;
  /** In clear in databases of earlier versions, until identity has started once. */
  privateJwk: SealedKey | JWK;
  createdAt: Date;
}

export const accounts = defineTable<Account>(
  'account',
  {
    id: column.id(),
    account: column.text(64),
    accountKey: column.text(64),
    name: column.text(80),
    roles: column.json(),
    unitId: column.id().nullable(),
    enterpriseId: column.id().nullable(),
    passwordHash: column.text(200),
    formerPasswords: column.json().nullable(),
    passwordSetAt: column.time().nullable(),
    temporary: column.bool().nullable(),
    resetHash: column.id().nullable(),
    resetUntil: column.time().nullable(),
    lastUsedAt: column.time().nullable(),
    disabled: column.bool(),
    pending: column.json().nullable(),
    demo: column.bool(),
    createdAt: column.time(),
    published: column.int().nullable(),
    version: column.int(),
  },
  { primary: ['id'], unique: [['accountKey']], index: [['enterpriseId'], ['resetHash']] },
);

export const signInSources = defineTable<SignInSource>(
  'sign_in_source',
  {
    id: column.id(),
    accountId: column.id(),
    device: column.id().nullable(),
    failures: column.int(),
    blockedUntil: column.time().nullable(),
    lastAt: column.time(),
    version: column.int(),
  },
  { primary: ['id'], index: [['accountId'], ['device'], ['lastAt']] },
);

/** Who may do what, and prove who they are: the audit trail knows it of every account. */
export const statedAccounts = new StatedRows(accounts, [
  ...([
    'id',
    'accountKey',
    'name',
    'roles',
    'unitId',
    'enterpriseId',
    'passwordHash',
    'resetHash',
    'disabled',
  ] as const),
]);

export const sessions = defineTable<SessionRow>(
  'session',
  {
    id: column.id(),
    accountId: column.id(),
    createdAt: column.time(),
    expiresAt: column.time(),
    idleUntil: column.time().nullable(),
    revokedAt: column.time().nullable(),
  },
  { primary: ['id'], index: [['accountId'], ['expiresAt'], ['idleUntil'], ['revokedAt']] },
);

export const signingKeys = defineTable<SigningKeyRow>(
  'signing_key',
  {
    id: column.id(),
    slot: column.int(),
    publicJwk: column.json(),
    privateJwk: column.json(),
    createdAt: column.time(),
  },
  { primary: ['id'], unique: [['slot']] },
);

export const setups = defineTable<SetupRow>(
  'setup',
  {
    id: column.text(16),
    linkHash: column.id().nullable(),
    linkUntil: column.time().nullable(),
    doneAt: column.time().nullable(),
  },
  { primary: ['id'] },
);

/** Everything identity stores. */
export const identitySchema: ServiceSchema = {
  service: 'identity',
  stated: [statedAccounts as unknown as StatedRows<never>],
  tables: [
    ...([accounts, signInSources, sessions, signingKeys, setups, idempotencyKeys] as unknown as TableDef<never>[]),
    ...messagingTables,
    ...auditTables,
  ],
  migrations: [
    CreateIdentity1795000000001,
    ...auditMigrations,
    AddPendingChange1800000000000,
    TellOfAccounts1807000000000,
    FindEndedSessions1815000000000,
    KeepSignInSources1820000000000,
    AddSetup1830000000000,
  ],
};
