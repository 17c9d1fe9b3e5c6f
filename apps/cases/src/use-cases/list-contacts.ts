import { Injectable } from '@nestjs/common';
import { Contacts, type Caller, type ContactRow, type PageQuery } from '#platform';
import { requireRestricting } from '../domain/incident-file/authority.js';
import { FileAccess } from './file-access.js';

/** Who of the enterprise of an incident may be named as its safe contact, for whom may name one. */
@Injectable()
export class ListContacts {
  constructor(
    private readonly access: FileAccess,
    private readonly contacts: Contacts,
  ) {}

  /** One row more than asked for tells that there is a next page. Throws 404 and 403 like restricting itself. */
  async run(caller: Caller, incidentId: string, query: PageQuery): Promise<ContactRow[]> {
    const { file } = await this.access.read(caller, incidentId);
    requireRestricting(caller, file);
    return this.contacts.enabledOf(file.enterprise?.id, query);
  }
}
