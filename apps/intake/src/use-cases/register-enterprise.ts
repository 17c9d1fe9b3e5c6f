import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, newId } from '#platform';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { EnterpriseRow } from '../outbound/database/enterprise.table.js';
import { applyFields, emptyEnterprise, enterpriseChanged, type EnterpriseFields } from './enterprise-record.js';
import { usccTaken } from './enterprise.refusals.js';

/** Enters an enterprise in the directory. */
@Injectable()
export class RegisterEnterprise {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `id` is fixed by seeds only. Throws 409 when another entry has the code. */
  async run(fields: EnterpriseFields & { readonly name: string }, id: string = newId()): Promise<EnterpriseRow> {
    const now = this.clock.now();
    const row = emptyEnterprise(id, now);
    applyFields(row, fields, now);
    if (row.uscc !== undefined && (await this.enterprises.byUscc(row.uscc))) throw usccTaken();
    await this.enterprises.revise(row);
    this.outbox.publish(row, enterpriseChanged(row));
    this.enterprises.add(row);
    return row;
  }
}
