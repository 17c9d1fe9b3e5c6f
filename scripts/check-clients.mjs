#!/usr/bin/env node
/**
 * `npm run check:clients [-- --json]`: generates clients from the OpenAPI document (openapi-generator: typescript-fetch, java),
 * compiles them, and has each read an incident file of a product of its own. Needs a JDK, Maven and its repository.
 */
import { checkClients } from '../test/clients/check.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, say } from './lib/command-line.mjs';

await command(
  async () => {
    await ensureFreshlyBuilt(say);
    return checkClients({ say });
  },
  ({ generator, clients }) => {
    process.stdout.write(`openapi-generator ${generator}\n`);
    for (const { id, ok, notes } of clients)
      process.stdout.write(`${ok ? '✓' : '✗'} ${id.padEnd(17)} ${notes.join('; ')}\n`);
  },
);
