import { Injectable } from '@nestjs/common';
import type { AccountChanged, SafeContact } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { Aggregates, Database, touch } from '#persistence';
import { decodeCursor } from '../paging/page.js';
import type { PageQuery } from '../paging/page-query.dto.js';
import { contactTable, type ContactRow } from './contact.table.js';

/** 422: whoever was named is no account of the enterprise that may be told. */
export const safeContactUnknown = defineRefusal({
  code: 'safe-contact.unknown',
  kind: 'unprocessable',
  zh: '该账号不是本企业启用中的联系人；新开的账号稍候片刻即可选用',
  en: 'This is no enabled contact of the enterprise; an account that was just made can be named in a moment',
  pointer: '/safeContact/account',
});

/** The contacts of enterprises, in the database of one service: what identity told of their accounts. */
@Injectable()
export class Contacts {
  private readonly rows: Aggregates<ContactRow>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, contactTable);
  }

  /** Takes in what identity told of an account; needs a unit of work. */
  async take({ accountId, account, name, roles, enterpriseId, disabled }: AccountChanged): Promise<void> {
    const enabled = !disabled && roles.includes('enterprise_contact');
    const known = await this.rows.find(accountId);
    if (known) {
      Object.assign(known, { account, name, enabled, ...(enterpriseId !== undefined && { enterpriseId }) });
      touch(known);
      this.rows.save(known);
    } else if (enterpriseId !== undefined) {
      this.rows.add({ id: accountId, enterpriseId, account, name, enabled, version: 1 });
    }
  }

  /** Whoever is named, in any case, as contact of an enterprise. Throws 422 when there is no such enabled contact. */
  async named(account: string, enterpriseId: string | undefined): Promise<Required<SafeContact>> {
    const found =
      enterpriseId === undefined
        ? undefined
        : await this.database.one(contactTable, 'WHERE `enterprise_id` = ? AND `account` = ? AND `enabled` = 1', [
            enterpriseId,
            account.toLowerCase(),
          ]);
    if (!found) throw safeContactUnknown();
    return { account: found.account, accountId: found.id };
  }

  /** One page (and one row more) of the enabled contacts of an enterprise, by account name. */
  enabledOf(enterpriseId: string | undefined, query: PageQuery): Promise<ContactRow[]> {
    if (enterpriseId === undefined) return Promise.resolve([]);
    const [after = ''] = decodeCursor(query.after, 1) ?? [];
    return this.database.rows(
      contactTable,
      'WHERE `enterprise_id` = ? AND `enabled` = 1 AND `account` > ? ORDER BY `account` LIMIT ?',
      [enterpriseId, String(after), query.limit + 1],
    );
  }
}
