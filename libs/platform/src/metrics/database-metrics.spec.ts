import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { countDatabases } from './database-metrics.js';

it('tells of every database what it was asked, as it stands when somebody looks', async () => {
  const counts = { statements: 10, commits: 2, rollbacks: 1 };
  const registry = new Registry();
  countDatabases(registry, [{ service: 'intake', database: { counts } }]);
  await registry.metrics();
  counts.statements = 11;
  const text = await registry.metrics();
  expect(text).toContain('database_round_trips_total{service="intake"} 17');
  expect(text).toContain('database_commits_total{service="intake"} 2');
  expect(text).toContain('database_rollbacks_total{service="intake"} 1');
});
