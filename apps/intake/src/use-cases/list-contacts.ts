import { Injectable } from '@nestjs/common';
import { Contacts, type Caller, type ContactRow, type PageQuery } from '#platform';
import { ReadEnterprise } from './read-enterprise.js';

/** Who of an enterprise may be named as safe contact. */
@Injectable()
export class ListContacts {
  constructor(
    private readonly readEnterprise: ReadEnterprise,
    private readonly contacts: Contacts,
  ) {}

  /** One row more than asked for tells that there is a next page. Throws 404 for an enterprise that is not in the directory. */
  async run(enterpriseId: string, query: PageQuery, caller: Caller): Promise<ContactRow[]> {
    const { id } = await this.readEnterprise.run(enterpriseId, caller);
    return this.contacts.enabledOf(id, query);
  }
}
