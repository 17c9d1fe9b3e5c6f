import { Injectable } from '@nestjs/common';
import type { Caller, PageQuery } from '#platform';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { EnterpriseRow } from '../outbound/database/enterprise.table.js';
import { readsDirectory } from './read-enterprise.js';

/** Lists the directory by id; an enterprise contact gets the own entry only. */
@Injectable()
export class ListEnterprises {
  constructor(private readonly enterprises: Enterprises) {}

  /** One row more than the page holds, when there is a next page. */
  async run(query: PageQuery, search: string | undefined, caller: Caller): Promise<EnterpriseRow[]> {
    if (readsDirectory(caller)) return this.enterprises.page(query, search);
    const own = caller.enterpriseId === undefined ? undefined : await this.enterprises.find(caller.enterpriseId);
    return own ? [own] : [];
  }
}
