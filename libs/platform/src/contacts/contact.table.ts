import { column, createTable, defineTable } from '#persistence';

/** A contact of an enterprise, as identity told of its account; `id` is the account's. */
export interface ContactRow {
  id: string;
  enterpriseId: string;
  /** The sign-in name in lower case. */
  account: string;
  name: string;
  /** Whether the account may sign in and is a contact now. */
  enabled: boolean;
  version: number;
}

const COLUMNS = {
  id: column.id(),
  enterpriseId: column.id(),
  account: column.text(64),
  name: column.text(80),
  enabled: column.bool(),
  version: column.int(),
};
const KEYS = { primary: ['id'], index: [['enterpriseId', 'account']] };

/** The table `contact` of every service in which a contact of an enterprise is named. */
export const contactTable = defineTable<ContactRow>('contact', COLUMNS, KEYS);

/** Migration step that creates {@link contactTable}; its columns are frozen. */
export function createContactTable(runner: Parameters<typeof createTable>[0]): Promise<void> {
  return createTable(runner, 'contact', COLUMNS, KEYS);
}
