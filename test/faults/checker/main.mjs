#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ownerOf } from '../../../scripts/stack/stack.mjs';
import { check } from './check.mjs';
import { loadHistory } from './history.mjs';

const HELP = `usage: node test/faults/checker/main.mjs --client LOG (--sqlite DIR | --db-prefix NAME) [--topics PREFIX | --topic-file FILE]

Holds what services stored and published against the invariants; run it when the system is at rest.
  --client LOG        what the client was answered, one JSON object a line
  --sqlite DIR        databases of the embedded profile
  --db-prefix NAME    databases of a server, reached by QIJING_DB_HOST, _PORT, _USER, _PASSWORD
  --topics PREFIX     topics of the broker of QIJING_KAFKA_BROKERS
  --topic-file FILE   records kept in a file instead
  --json              one JSON object; exit code 1 when an invariant does not hold`;

const { values } = parseArgs({
  options: {
    client: { type: 'string' },
    sqlite: { type: 'string' },
    'db-prefix': { type: 'string' },
    topics: { type: 'string' },
    'topic-file': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help || (!values.sqlite && values['db-prefix'] === undefined)) {
  process.stderr.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 2);
}

const { env } = process;
const history = await loadHistory({
  clientLog: values.client,
  sqliteDir: values.sqlite,
  mysql: values.sqlite ? undefined : { ...ownerOf(env), prefix: values['db-prefix'] },
  kafka:
    values.topics === undefined
      ? undefined
      : { brokers: (env.QIJING_KAFKA_BROKERS ?? '127.0.0.1:9092').split(','), prefix: values.topics },
  topicFile: values['topic-file'],
});
const result = check(history);
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result));
process.exitCode = result.ok ? 0 : 1;

function inWords({ ok, figures, checked, violations }) {
  const lines = Object.entries(checked).map(([name, what]) => `${name}  ${JSON.stringify(what)}`);
  const wrong = violations
    .slice(0, 50)
    .map(({ invariant, kind, subject, detail }) => `${invariant} ${kind}  ${subject}: ${detail}`);
  const more = violations.length > 50 ? [`… and ${violations.length - 50} more`] : [];
  return `${[...lines, JSON.stringify(figures), ...wrong, ...more, ok ? 'all invariants hold' : 'violated'].join('\n')}\n`;
}
