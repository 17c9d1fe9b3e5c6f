import { Injectable } from '@nestjs/common';
import { hasRole, type Caller } from '#platform';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { EnterpriseRow } from '../outbound/database/enterprise.table.js';
import { enterpriseNotFound } from './enterprise.refusals.js';
import { DIRECTORY_KEEPERS, OVERSEERS } from './reader.js';

/** Whether the caller may read the whole directory. */
export const readsDirectory = (caller: Caller): boolean => hasRole(caller, ...OVERSEERS, ...DIRECTORY_KEEPERS);

/** Reads one directory entry; an enterprise contact only the own one. */
@Injectable()
export class ReadEnterprise {
  constructor(private readonly enterprises: Enterprises) {}

  async run(id: string, caller: Caller): Promise<EnterpriseRow> {
    const row = readsDirectory(caller) || caller.enterpriseId === id ? await this.enterprises.find(id) : undefined;
    if (!row) throw enterpriseNotFound();
    return row;
  }
}
