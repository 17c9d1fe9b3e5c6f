#!/usr/bin/env node
/** `npm run stack:up|stack:down|stack:status [-- --json]`; `stack:down -- --wipe` also deletes the data. */
import { command } from '../lib/command-line.mjs';
import { stackDown, stackStatus, stackUp } from './stack.mjs';

const acts = {
  up: stackUp,
  down: () => stackDown({ wipe: process.argv.includes('--wipe') }),
  status: stackStatus,
};

const act = acts[process.argv[2]];
if (act) await command(act, process.argv[2] === 'down' ? printDown : printStatus);
else {
  process.stderr.write(`usage: node scripts/stack/cli.mjs ${Object.keys(acts).join('|')} [--json] [--wipe]\n`);
  process.exitCode = 2;
}

function printStatus({ database, broker }) {
  const line = (name, part, where) =>
    process.stdout.write(
      `${name.padEnd(9)} ${part.answers ? 'answers' : 'does not answer'}  ${where}  started by ${part.startedBy}\n`,
    );
  line('database', database, `${database.host ?? '-'}:${database.port ?? '-'} ${database.version ?? ''}`);
  line('broker', broker, broker.brokers.join(',') || '-');
}

function printDown({ mariadb, kafka }) {
  process.stdout.write(`database  ${mariadb}\nbroker    ${kafka}\n`);
}
