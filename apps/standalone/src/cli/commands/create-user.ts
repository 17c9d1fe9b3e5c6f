import { randomBytes } from 'node:crypto';
import { ROLES, type Role } from '#contracts';
import { processEnvironment } from '#platform';
import { CreateAccount } from '../../../../identity/src/use-cases/create-account.js';
import { withServices } from '../context.js';
import type { Outcome, Task } from '../perform.js';

/** Creates an account. A password of its own comes from QIJING_NEW_PASSWORD, never from the command line. */
export async function createUser({ config, args, options }: Task): Promise<Outcome> {
  const [account = ''] = args;
  const roles = options['roles'] as Role[];
  const unknown = roles.filter((role) => !ROLES.includes(role));
  if (unknown.length > 0) throw new Error(`unknown roles: ${unknown.join(', ')}; known: ${ROLES.join(', ')}`);
  const given = processEnvironment()['QIJING_NEW_PASSWORD'];
  const password = given ?? `Qj-${randomBytes(12).toString('base64url')}-7a`;
  const { unit, enterprise } = options as { unit?: string; enterprise?: string };
  const created = await withServices(config, (app) =>
    app.get(CreateAccount, { strict: false }).execute({
      account,
      name: String(options['name']),
      password,
      roles,
      ...(unit !== undefined && { unitId: unit }),
      ...(enterprise !== undefined && { enterpriseId: enterprise }),
    }),
  );
  const shown: { password?: string } = given === undefined ? { password } : {};
  return {
    ok: true,
    accountId: created.id,
    account,
    roles,
    ...shown,
    lines: [`${account} created`, ...Object.values(shown)],
  };
}
