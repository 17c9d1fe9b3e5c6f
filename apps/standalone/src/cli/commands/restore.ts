import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SERVICES, type ServiceName } from '#contracts';
import { refuseReaders, unknownEvents, type MessagingOptions } from '#messaging';
import { lookInto, replaceFile, ServerRestore, sharedFile, type ServiceSchema } from '#persistence';
import { AppLogger, ownerOptions, messagingOptions } from '#platform';
import { takeOut, textAsRows, verifyFiles } from '../../backup/backup-files.js';
import { differences, readManifest, type Manifest } from '../../backup/manifest.js';
import { writeDown } from '../../backup/write-down.js';
import { readKeyFile } from '../../backup/sealing.js';
import { SCHEMAS } from '../../schemas.js';
import type { Outcome, Task } from '../perform.js';

/** Events are looked for from so long before a backup: a transaction may have begun before it. */
export const MARGIN_MS = 60 * 60 * 1000;

/** What is restored, from where to where. */
interface Restoring {
  readonly task: Task;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly key: Buffer | undefined;
  readonly schemas: readonly ServiceSchema[];
  readonly force: boolean;
}

/**
 * Puts the databases of a backup in the place of what is there: of all services, or of one. Everything is read, opened and
 * counted before anything is replaced; what is there is replaced only with `--force`.
 */
export async function restore(task: Task): Promise<Outcome> {
  const folder = resolve(task.args[0] ?? '');
  const { keyFile, service, force = false } = task.options as { keyFile?: string; service?: string; force?: boolean };
  const manifest = readManifest(folder);
  if (manifest.profile !== task.config.profile)
    throw new Error(`${folder} is of the profile ${manifest.profile}; this is ${task.config.profile} (QIJING_PROFILE)`);
  if (manifest.encrypted && keyFile === undefined) throw new Error(`${folder} is encrypted: name its --key-file`);
  const key = manifest.encrypted && keyFile !== undefined ? readKeyFile(keyFile) : undefined;
  const schemas = SCHEMAS.filter((schema) => service === undefined || schema.service === service);
  if (schemas.length === 0) throw new Error(`no service ${service}; there are ${SERVICES.join(', ')}`);
  await verifyFiles(folder, manifest);
  const began = Date.now();
  const restoring = { task, folder, manifest, key, schemas, force };
  const since = new Date(Date.parse(manifest.takenAt) - MARGIN_MS).toISOString();
  const next = await (manifest.profile === 'embedded' ? restoreFile(restoring) : restoreServer(restoring));
  await writeDown(task.config, schemas, manifest);
  const services = schemas.map((schema) => schema.service);
  const { takenAt } = manifest;
  const restoredAt = new Date().toISOString();
  const lines = [
    `restored as of ${takenAt}: ${services.join(', ')}`,
    `next: ${next}`,
    `from now on: qijing audit verify --since-restore ${restoredAt}`,
  ];
  return { ok: true, takenAt, restoredAt, since, services, ms: Date.now() - began, next, lines };
}

async function restoreFile({ task, folder, manifest, key, schemas, force }: Restoring): Promise<string> {
  if (schemas.length !== SCHEMAS.length)
    throw new Error('in one process all services share one file: it is restored as a whole, without --service');
  const target = sharedFile(task.config.dataDir);
  if (existsSync(target) && !force) throw new Error(`${target} is there already: --force replaces it`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const beside = `${target}.restoring`;
  await takeOut(join(folder, 'qijing.sqlite'), beside, key);
  const found = lookInto(
    beside,
    schemas.map(({ service }) => service),
  );
  refuseDifferences(manifest, schemas, (service) => found[service]?.tables ?? {});
  replaceFile(target, beside);
  return 'start the process';
}

async function restoreServer({ task, folder, manifest, key, schemas, force }: Restoring): Promise<string> {
  const messaging = messagingOptions(task.config, new AppLogger({ service: 'cli', level: 'error' }));
  const services = schemas.map(({ service }) => service as ServiceName);
  await refuseReaders(messaging, services);
  const server = await ServerRestore.open(ownerOptions(task.config));
  try {
    for (const schema of schemas) await refuseUse(server, schema, force);
    const found: Record<string, Record<string, number>> = {};
    for (const schema of schemas) {
      const { service } = schema;
      const rows = textAsRows(join(folder, `${service}.jsonl.gz`), key);
      found[service] = await server.fill(schema, manifest.services[service]?.migrations ?? [], rows);
      task.say(`${service}: filled`);
    }
    refuseDifferences(manifest, schemas, (service) => found[service] ?? {});
    const since = new Date(Date.parse(manifest.takenAt) - MARGIN_MS);
    const [only] = schemas;
    const alone = schemas.length === 1 && only !== undefined;
    if (alone) await refuseToldEvents(messaging, server, only, since);
    await server.swap(schemas);
    return alone
      ? `qijing consumers rewind ${only.service} --to ${since.toISOString()}, then start it`
      : `qijing topics reconcile --since ${since.toISOString()} --keep FILE, then start the services`;
  } finally {
    await server.clear(schemas).catch(() => undefined);
    await server.close();
  }
}

/** @throws Error when a process works with a database, or it has something in it that is not to be replaced */
async function refuseUse(server: ServerRestore, schema: ServiceSchema, force: boolean): Promise<void> {
  const sender = await server.sender(schema);
  if (sender !== undefined) throw new Error(`${schema.service} is running (${sender}): stop it first`);
  if (!force && (await server.isFilled(schema)))
    throw new Error(`the database of ${schema.service} is not empty: --force replaces it`);
}

/** One service alone can go back only as far as others have not heard of it since. */
async function refuseToldEvents(
  messaging: MessagingOptions,
  server: ServerRestore,
  schema: ServiceSchema,
  since: Date,
): Promise<void> {
  const published = (_service: ServiceName, subjects: readonly string[]) => server.known(schema, subjects);
  const unknown = await unknownEvents(messaging, schema.service as ServiceName, { since, published });
  if (unknown === 0) return;
  throw new Error(
    `${schema.service} has told others of ${unknown} events since this backup, and would give their numbers again: ` +
      'restore all services, without --service',
  );
}

function refuseDifferences(
  manifest: Manifest,
  schemas: readonly ServiceSchema[],
  found: (service: string) => Readonly<Record<string, number>>,
): void {
  const faults = schemas.flatMap(({ service }) =>
    differences(service, manifest.services[service]?.tables ?? {}, found(service)),
  );
  if (faults.length > 0) throw new Error(`the backup is not whole, nothing was replaced: ${faults.join('; ')}`);
}
