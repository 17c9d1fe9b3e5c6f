import type { INestApplicationContext } from '@nestjs/common';
import { demoAccounts } from '../../../identity/src/domain/demo-accounts.js';
import { SeedDemoAccounts } from '../../../identity/src/use-cases/seed-demo-accounts.js';
import { SeedDirectory } from '../../../intake/src/use-cases/seed-directory.js';
import { EnterUnits } from '../../../routing/src/use-cases/enter-units.js';
import { DEMO_ENTERPRISE_ID, demoEnterprises, OTHER_ENTERPRISE_ID } from './data/enterprises.js';
import { demoJurisdictions } from './data/jurisdictions.js';
import { demoUnits } from './data/units.js';

/** What was put in, and how to sign in. */
export interface SeededDemo {
  readonly enterprises: number;
  readonly jurisdictions: number;
  readonly units: number;
  readonly accounts: readonly { account: string; name: string }[];
  readonly password: string;
}

/**
 * Fills the demo: firms, beats, units, accounts. Repeating it adds nothing and gives the demo accounts this password.
 * Refused in production.
 */
export async function seedDemo(app: INestApplicationContext, password: string): Promise<SeededDemo> {
  const accounts = demoAccounts(
    demoUnits.map(({ id, name, discipline }) => ({ code: id, name, discipline })),
    [DEMO_ENTERPRISE_ID, OTHER_ENTERPRISE_ID],
  );
  await app.get(SeedDemoAccounts, { strict: false }).execute(accounts, password);
  const directory = await app
    .get(SeedDirectory, { strict: false })
    .run({ enterprises: demoEnterprises, jurisdictions: demoJurisdictions });
  const units = await app.get(EnterUnits, { strict: false }).run(demoUnits);
  return { ...directory, units, accounts: accounts.map(({ account, name }) => ({ account, name })), password };
}
