import { ROLES, type Role } from '#contracts';
import { ConfigError, processEnvironment, secretFrom } from '#platform';
import type { Account } from '../../../../identity/src/domain/account.js';
import { AccountCommands } from '../../../../identity/src/use-cases/account-commands.js';
import type { Decided } from '../../../../identity/src/use-cases/change-account.js';
import { CreateAccount } from '../../../../identity/src/use-cases/create-account.js';
import { withServices } from '../context.js';
import type { Outcome, Task } from '../perform.js';

/**
 * Creates an account and prints what its person sets a password with. A password from QIJING_NEW_PASSWORD, never from the command
 * line, is the first one instead: a machine keeps it, a person has to change it.
 */
export async function createUser({ config, args, options }: Task): Promise<Outcome> {
  const roles = options['roles'] as Role[];
  const unknown = roles.filter((role) => !ROLES.includes(role));
  if (unknown.length > 0) throw new Error(`unknown roles: ${unknown.join(', ')}; known: ${ROLES.join(', ')}`);
  const { unit, enterprise } = options as { unit?: string; enterprise?: string };
  const wanted = {
    account: args[0] ?? '',
    name: String(options['name']),
    roles,
    ...(unit !== undefined && { unitId: unit }),
    ...(enterprise !== undefined && { enterpriseId: enterprise }),
  };
  const created = await withServices(config, (app) =>
    app.get(CreateAccount, { strict: false }).byCommand(wanted, givenPassword()),
  );
  return told(created, 'created');
}

/** The first password that a file or the environment names; undefined where none does. Throws `ConfigError` for a file nobody can read. */
function givenPassword(): string | undefined {
  const { text, fault } = secretFrom('QIJING_NEW_PASSWORD', processEnvironment());
  if (fault) throw new ConfigError([fault]);
  return text;
}

/** Every account: its state, where it belongs, its roles. */
export async function listUsers({ config }: Task): Promise<Outcome> {
  const all = await withServices(config, (app) => app.get(AccountCommands, { strict: false }).list());
  const accounts = all.map(({ account: each, locked }) => ({
    account: each.account,
    name: each.name,
    roles: each.roles,
    unit: each.unitId,
    state: stateOf(each, locked),
    lastUsedAt: each.lastUsedAt?.toISOString(),
  }));
  const lines = accounts.map(({ account, name, roles, unit = '-', state }) =>
    [account.padEnd(16), state.padEnd(11), unit.padEnd(8), roles.join(',') || '-', name].join('  '),
  );
  return { ok: true, accounts, lines };
}

/** A command that decides about one account, by its sign-in name. */
const deciding =
  (done: string, act: (commands: AccountCommands, name: string) => Promise<Decided>) =>
  async ({ config, args: [name = ''] }: Task): Promise<Outcome> =>
    told(await withServices(config, (app) => act(app.get(AccountCommands, { strict: false }), name)), done);

/** The password of an account is over; prints what its person sets another one with. */
export const resetUser = deciding('reset', (commands, name) => commands.reset(name));

/** Devices and addresses that were backed off after wrong passwords may try again. */
export const unlockUser = deciding('unlocked', (commands, name) => commands.unlock(name));

/** Shuts an account out, at once. */
export const disableUser = deciding('disabled', (commands, name) => commands.disable(name));

/** Lets an account in again. */
export const enableUser = deciding('enabled', (commands, name) => commands.enable(name));

function stateOf({ disabled, passwordHash }: Account, locked: boolean): string {
  if (disabled) return 'disabled';
  if (passwordHash === '') return 'no password';
  return locked ? 'backed off' : 'enabled';
}

function told({ account, handedOut }: Decided, done: string): Outcome {
  const { id, roles } = account;
  const until = handedOut?.until.toISOString();
  return {
    ok: true,
    accountId: id,
    account: account.account,
    roles,
    ...(handedOut && { secret: handedOut.secret, until }),
    lines: [
      `${account.account} ${done}`,
      ...(handedOut
        ? [`one-time secret, until ${until}: ${handedOut.secret}`, 'open /password/ and enter it there']
        : []),
    ],
  };
}
