/** Characters at the end that stay readable: enough to tell two accounts apart. */
const SHOWN = 4;

/** An account number of which only the end is shown; a short one is hidden whole. */
export function masked(account: string): string {
  const hidden = Math.max(0, account.length - (account.length > 2 * SHOWN ? SHOWN : 0));
  return '*'.repeat(hidden) + account.slice(hidden);
}

/** Details of a report with every bank account in them masked: fields are named `…Account`. */
export const withMaskedAccounts = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      name.endsWith('Account') && typeof value === 'string' ? masked(value) : value,
    ]),
  );
