import { createServer } from 'node:net';
import { closeFiles, openToOthers } from '#persistence';
import type { ServiceConfig } from '../config/service.config.js';
import type { AppLogger } from '../logging/app-logger.js';

/** Throws what listening would throw, before the data is touched. */
export function requireFreePort({ port, host }: Pick<ServiceConfig, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** Files of an earlier version that others can read: production has refused them by now, elsewhere they are closed. */
export function keepPrivate({ dataDir, profile }: ServiceConfig, logger: AppLogger): void {
  if (profile !== 'embedded') return;
  for (const { path, mode } of closeFiles(dataDir)) logger.warn(`${path} was ${mode}; it is 0600 now`, 'files');
  for (const { path, mode, wanted } of openToOthers(dataDir))
    logger.warn(`others on this machine can reach ${path} (${mode}): chmod ${wanted} ${path}`, 'files');
}
