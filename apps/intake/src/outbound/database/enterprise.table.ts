import { column, defineTable } from '#persistence';

/** A person of an enterprise who may be called. Personal data. */
export interface StoredContact {
  name: string;
  phone: string;
  role?: string;
}

/** WGS-84 degrees. */
export interface StoredPosition {
  longitude: number;
  latitude: number;
}

/** Directory entry of an enterprise. */
export interface EnterpriseRow {
  id: string;
  name: string;
  /** The name as `foldForSearch` makes it, for finding; what was stored before has it too. */
  soughtName?: string;
  uscc?: string;
  /** Why a code with a wrong check digit was accepted. */
  usccOverride?: string;
  tags: string[];
  address?: string;
  /** Where the address is. */
  position?: StoredPosition;
  contacts: StoredContact[];
  /** Liaison officer (警企联络员), by name of the account. */
  liaison?: string;
  changedAt: Date;
  /** Position in the order of directory changes; caches of other processes catch up by it. */
  revision: number;
  version: number;
}

/** The enterprise directory. */
export const enterpriseTable = defineTable<EnterpriseRow>(
  'enterprise',
  {
    id: column.id(),
    name: column.text(200),
    soughtName: column.long().nullable(),
    uscc: column.text(18).nullable(),
    usccOverride: column.text(200).nullable(),
    tags: column.json(),
    address: column.text(300).nullable(),
    position: column.json().nullable(),
    contacts: column.json(),
    liaison: column.text(64).nullable(),
    changedAt: column.time(),
    revision: column.bigint(),
    version: column.int(),
  },
  { primary: ['id'], unique: [['uscc']], index: [['revision']] },
);
