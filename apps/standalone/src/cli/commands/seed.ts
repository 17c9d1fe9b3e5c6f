import { demoPassword } from '../../demo/demo-password.js';
import { seedDemo } from '../../demo/seed-demo.js';
import { demoAccounts } from '../../demo/welcome.js';
import { withServices } from '../context.js';
import type { Outcome, Task } from '../perform.js';

/** Fills the demo; refused in production. */
export async function seed({ config }: Task): Promise<Outcome> {
  const seeded = await withServices(config, (app) => seedDemo(app, demoPassword(config)));
  const { accounts, ...rest } = seeded;
  return { ok: true, ...rest, accounts: accounts.map(({ account }) => account), lines: demoAccounts(seeded) };
}
