import { ApiProperty } from '@nestjs/swagger';
import { page } from '../paging/page.js';
import type { PageQuery } from '../paging/page-query.dto.js';
import type { ContactRow } from './contact.table.js';

/** Somebody of an enterprise who may be named as its safe contact. */
export class ContactAnswer {
  accountId!: string;
  /** Account name, as a restriction or a report names it. */
  account!: string;
  name!: string;
}

/** One page of the enabled contacts of an enterprise, by account name. */
export class ContactPage {
  items!: ContactAnswer[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** The answer of a page of rows. */
export const contactPage = (query: PageQuery, rows: readonly ContactRow[]): ContactPage =>
  page(
    query,
    rows,
    ({ account }) => [account],
    ({ id, account, name }) => ({ accountId: id, account, name }),
  );
