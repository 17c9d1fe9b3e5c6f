import { appendFileSync, writeFileSync } from 'node:fs';
import type { ServiceName } from '#contracts';
import { reconcileTopics, refuseReaders } from '#messaging';
import { auditEntries, Database, openConnections, placeholders } from '#persistence';
import { AppLogger, ownerOptions, messagingOptions } from '#platform';
import { SCHEMAS } from '../../schemas.js';
import type { Outcome, Task } from '../perform.js';

/**
 * After a restore of all databases: leaves on the topics what these have published, and takes away what only the lost ones
 * knew. What is taken away is kept in a file, so that people can enter again what was reported.
 */
export async function reconcile({ config, options }: Task): Promise<Outcome> {
  if (config.profile === 'embedded') {
    const why = 'nothing to reconcile: in one process there are no topics';
    return { ok: true, profile: config.profile, kept: 0, cut: 0, lines: [why] };
  }
  const { since, keep, dryRun = false } = options as { since: Date; keep?: string; dryRun?: boolean };
  const messaging = messagingOptions(config, new AppLogger({ service: 'cli', level: 'error' }));
  await refuseReaders(
    messaging,
    SCHEMAS.map(({ service }) => service as ServiceName),
  );
  if (keep !== undefined) writeFileSync(keep, '', { flag: 'wx', mode: 0o600 });
  const databases = new Map<string, Database>();
  try {
    for (const schema of SCHEMAS)
      databases.set(schema.service, new Database(await openConnections(schema, ownerOptions(config))));
    const found = await reconcileTopics(messaging, {
      since,
      dryRun,
      published: (service, subjects) => publishedBy(databases.get(service), subjects),
      onCut: ({ headers, value }) => {
        if (keep !== undefined) appendFileSync(keep, `${JSON.stringify({ headers, value })}\n`);
      },
    });
    const what = dryRun ? 'would be taken' : 'taken';
    const lines = [
      `${found.kept} events stay, ${found.cut} that no database knows of ${what} off the topics`,
      ...(found.cut > 0 && keep !== undefined ? [`they are in ${keep}`] : []),
    ];
    return { ok: true, since: since.toISOString(), dryRun, ...found, keep: keep ?? null, lines };
  } finally {
    for (const database of databases.values()) await database.close();
  }
}

/** The ids of the events about these subjects that stand in a service's audit trail, where each one that it published does. */
async function publishedBy(database: Database | undefined, subjects: readonly string[]): Promise<Set<string>> {
  const entries = await database?.rows(auditEntries, `WHERE \`subject\` IN (${placeholders(subjects.length)})`, [
    ...subjects,
  ]);
  return new Set(entries?.map(({ object }) => object));
}
