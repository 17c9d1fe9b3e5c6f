import { SigningKeys } from '../../../../identity/src/outbound/database/signing-keys.js';
import { withServices } from '../context.js';
import type { Outcome, Task } from '../perform.js';

/** Makes a new key for sessions; running processes sign with it as soon as all of them have heard of it. */
export async function rotateKeys({ config, options }: Task): Promise<Outcome> {
  const atOnce = options['now'] === true;
  const { kid, signsFrom } = await withServices(config, (app) =>
    app.get(SigningKeys, { strict: false }).rotate({ atOnce }),
  );
  const at = signsFrom.toISOString();
  const rest = atOnce
    ? 'all other keys are gone: every session has ended'
    : 'the key before it verifies until its last session has run out, and is then removed';
  return { ok: true, kid, signsFrom: at, lines: [`key ${kid} signs from ${at}`, rest] };
}
