import { checkUscc, foldForSearch, normalPhone } from '#domain-kit';
import { EnterpriseChanged } from '#contracts';
import type { EnterpriseRow, StoredContact, StoredPosition } from '../outbound/database/enterprise.table.js';
import { usccChecksum, usccMalformed } from './enterprise.refusals.js';

/** What may be told about an enterprise; absent fields stay as they are. */
export interface EnterpriseFields {
  readonly name?: string;
  readonly uscc?: string;
  readonly usccOverride?: string;
  readonly tags?: readonly string[];
  readonly address?: string;
  readonly position?: StoredPosition;
  readonly contacts?: readonly StoredContact[];
  readonly liaison?: string;
}

/** A directory entry of which nothing is known yet. */
export const emptyEnterprise = (id: string, changedAt: Date): EnterpriseRow => ({
  id,
  name: '',
  tags: [],
  contacts: [],
  changedAt,
  revision: 0,
  version: 0,
});

/**
 * Writes fields into a directory entry. Throws 422 for a malformed code, and for one with a wrong check digit unless an
 * override says why: codes of real firms with a wrong check digit exist.
 */
export function applyFields(row: EnterpriseRow, fields: EnterpriseFields, changedAt: Date): void {
  const { name, tags, address, position, contacts, liaison } = fields;
  if (fields.uscc !== undefined) setUscc(row, fields.uscc, fields.usccOverride);
  row.name = name ?? row.name;
  row.soughtName = foldForSearch(row.name);
  row.tags = tags ? [...tags].sort() : row.tags;
  row.address = address ?? row.address;
  row.position = position ? { longitude: position.longitude, latitude: position.latitude } : row.position;
  row.contacts = contacts
    ? contacts.map((contact) => ({ ...contact, phone: normalPhone(contact.phone) }))
    : row.contacts;
  row.liaison = liaison ?? row.liaison;
  row.changedAt = changedAt;
}

function setUscc(row: EnterpriseRow, text: string, override: string | undefined): void {
  const check = checkUscc(text);
  if (check.verdict === 'malformed') throw usccMalformed({ reason: check.reason });
  if (check.verdict === 'checksum' && override === undefined) throw usccChecksum({ reason: check.reason });
  row.uscc = check.code;
  row.usccOverride = check.verdict === 'checksum' ? override : undefined;
}

/** What others learn about a directory entry: no contacts. */
export const enterpriseChanged = ({ id, name, uscc, tags, changedAt }: EnterpriseRow): EnterpriseChanged =>
  EnterpriseChanged.of({
    enterpriseId: id,
    name,
    ...(uscc !== undefined && { uscc }),
    tags,
    changedAt: changedAt.toISOString(),
  });
