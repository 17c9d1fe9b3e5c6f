import { FIRST_THREE, type FirstPeople, type FirstPerson } from '../../../../identity/src/domain/setup.js';
import { SetUp, type MadeAdministrator } from '../../../../identity/src/use-cases/set-up.js';
import { withServices } from '../context.js';
import type { Outcome, Task } from '../perform.js';

/**
 * Makes the three administrators who are named, and prints what each of them sets a password with; with nobody named, prints a
 * link to the page that asks for them.
 */
export async function setup({ config, options }: Task): Promise<Outcome> {
  const named = options as Partial<Record<keyof FirstPeople, FirstPerson>>;
  const { system, security, audit } = named;
  const url = address(options['url'], config.port);
  if (system && security && audit)
    return made(
      await withServices(config, (app) => app.get(SetUp, { strict: false }).byCommand({ system, security, audit })),
      url,
    );
  if (FIRST_THREE.some((which) => named[which]))
    throw new Error(`name all three, or none: ${FIRST_THREE.map((which) => `--${which}`).join(', ')}`);
  const { secret, until } = await withServices(config, (app) => app.get(SetUp, { strict: false }).link());
  const link = `${url}/setup/#${secret}`;
  return {
    ok: true,
    link,
    until: until.toISOString(),
    lines: [`open this page, once, until ${until.toISOString()}:`, link],
  };
}

function address(url: unknown, port: number): string {
  return typeof url === 'string' ? url.replace(/\/+$/, '') : `http://localhost:${port}`;
}

function made(administrators: readonly MadeAdministrator[], url: string): Outcome {
  const shown = administrators.map(({ until, secret, ...one }) => ({
    ...one,
    secret,
    link: `${url}/password/#${secret}`,
    until: until.toISOString(),
  }));
  return {
    ok: true,
    administrators: shown,
    lines: shown.flatMap(({ which, account, link, until }) => [
      `${which.padEnd(8)}  ${account}  sets a password until ${until}:`,
      `          ${link}`,
    ]),
  };
}
