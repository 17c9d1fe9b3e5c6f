import { which } from '../lib/command.mjs';
import { canInstall, install } from '../stack/packages.mjs';

export const NO_CADDY = 'caddy is not installed (Debian: apt-get install caddy)';

/** Installs Caddy where that can be done; answers whether it is there. */
export async function provideCaddy() {
  if (!which('caddy') && canInstall()) await install(['caddy']);
  return which('caddy') !== undefined;
}
