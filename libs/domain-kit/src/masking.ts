/** Characters at the end that stay readable: enough to tell two accounts apart. */
const SHOWN = 4;

/** An account number of which only the end is shown; a short one is hidden whole. */
export function masked(account: string): string {
  const hidden = Math.max(0, account.length - (account.length > 2 * SHOWN ? SHOWN : 0));
  return '*'.repeat(hidden) + account.slice(hidden);
}

/** Details of a report with every bank account in them masked: fields are named `…Account`, in lists and parts of them too. */
export const withMaskedAccounts = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, withoutAccount(name, value)]));

function withoutAccount(name: string, value: unknown): unknown {
  if (typeof value === 'string') return name.endsWith('Account') ? masked(value) : value;
  if (Array.isArray(value)) return value.map((item) => withoutAccount(name, item));
  return typeof value === 'object' && value !== null ? withMaskedAccounts(value as Record<string, unknown>) : value;
}
