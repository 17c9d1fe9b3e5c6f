import type { EnterpriseRecord } from '../../use-cases/records.js';
import type { EnterpriseView } from './enterprise-answer.dto.js';

/** A directory entry as its readers get it; telephones for those who may have to call. */
export function enterpriseView(record: EnterpriseRecord, phones = true): EnterpriseView {
  const { id, name, uscc, usccOverride, tags, address, position, contacts, liaison, changedAt, version } = record;
  return {
    enterpriseId: id,
    name,
    ...(uscc !== undefined && { uscc }),
    ...(usccOverride !== undefined && { usccOverride }),
    tags,
    ...(address !== undefined && { address }),
    ...(position && { position }),
    contacts: phones ? contacts : contacts.map((contact) => ({ ...contact, phone: '' })),
    ...(liaison !== undefined && { liaison }),
    changedAt: changedAt.toISOString(),
    version,
  };
}
