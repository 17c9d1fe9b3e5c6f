import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, requireMatch } from '#platform';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { EnterpriseRow } from '../outbound/database/enterprise.table.js';
import { applyFields, enterpriseChanged, type EnterpriseFields } from './enterprise-record.js';
import { enterpriseNotFound, usccTaken } from './enterprise.refusals.js';

/** Changes a directory entry. */
@Injectable()
export class ChangeEnterprise {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `ifMatch` is the If-Match header: 428 without, 412 when the entry has changed since, 409 when the code is taken. */
  async run(id: string, fields: EnterpriseFields, ifMatch: string | undefined): Promise<EnterpriseRow> {
    const row = await this.enterprises.find(id);
    if (!row) throw enterpriseNotFound();
    requireMatch(ifMatch, row);
    applyFields(row, fields, this.clock.now());
    const holder = row.uscc === undefined ? undefined : await this.enterprises.byUscc(row.uscc);
    if (holder && holder.id !== id) throw usccTaken();
    await this.enterprises.revise(row);
    this.outbox.publish(row, enterpriseChanged(row));
    this.enterprises.save(row);
    return row;
  }
}
