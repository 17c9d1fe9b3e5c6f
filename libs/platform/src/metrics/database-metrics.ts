import type { Database } from '#persistence';
import { Counter, type Registry } from 'prom-client';

/** A database under the name of its service. */
export interface NamedDatabase {
  readonly service: string;
  readonly database: Pick<Database, 'counts'>;
}

/** Puts what each database was asked onto the registry; divided by incidents these are the figures of docs/performance.md. */
export function countDatabases(registry: Registry, databases: readonly NamedDatabase[]): void {
  const count = (name: string, help: string, value: (counts: Database['counts']) => number): void => {
    new Counter({
      name,
      help,
      labelNames: ['service'],
      registers: [registry],
      collect() {
        this.reset();
        for (const { service, database } of databases) this.inc({ service }, value(database.counts));
      },
    });
  };
  count('database_commits_total', 'Transactions committed', ({ commits }) => commits);
  count(
    'database_rollbacks_total',
    'Transactions rolled back, to be done again or for good',
    (counts) => counts.rollbacks,
  );
  count(
    'database_round_trips_total',
    'Statements sent to the database, BEGIN, COMMIT and ROLLBACK included',
    ({ statements, commits, rollbacks }) => statements + 2 * (commits + rollbacks),
  );
}
