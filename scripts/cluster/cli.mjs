#!/usr/bin/env node
/** `npm run cluster [-- --port-base 4000] [--json]`: five services and a gateway on the stack, until Ctrl-C. */
import { option, say } from '../lib/command-line.mjs';
import { startCluster } from './cluster.mjs';

const json = process.argv.includes('--json');
const portBase = option('port-base');

try {
  const cluster = await startCluster({ portBase: portBase === undefined ? undefined : Number(portBase) });
  stopOnSignal(cluster);
  report(cluster);
} catch (error) {
  say(error.message);
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: error.message })}\n`);
  process.exit(1);
}

function report({ baseUrl, services }) {
  const rows = Object.entries(services).map(([name, { url, pid }]) => [name, { url, pid }]);
  if (json)
    return process.stdout.write(
      `${JSON.stringify({ ok: true, gateway: baseUrl, services: Object.fromEntries(rows) })}\n`,
    );
  for (const [name, { url, pid }] of rows) process.stdout.write(`${name.padEnd(14)} ${url}  process ${pid}\n`);
  process.stdout.write(
    `\nQijing 企警快处 ${baseUrl}  (Ctrl-C stops the services; npm run stack:down stops the stack)\n`,
  );
}

function stopOnSignal(cluster) {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('stopping');
      void cluster.stop().then(() => process.exit(0));
    });
  }
}
