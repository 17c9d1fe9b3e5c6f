import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyFile, lookInto, openServerSnapshot, sharedFile, syncFolder, type CopiedService } from '#persistence';
import { ownerOptions, productVersion } from '#platform';
import { rowsAsText, writeFile } from '../../backup/backup-files.js';
import { manifestIn, newManifest, type BackedUpFile, type Manifest } from '../../backup/manifest.js';
import { readKeyFile } from '../../backup/sealing.js';
import { SCHEMAS } from '../../schemas.js';
import type { StandaloneConfig } from '../../standalone.config.js';
import type { Outcome, Task } from '../perform.js';

type Parts = Pick<Manifest, 'takenAt' | 'services' | 'files'>;

/** Copies the databases of all services, as they are at one moment, into a new folder; the services go on meanwhile. */
export async function backUp({ config, args, options, say }: Task): Promise<Outcome> {
  const folder = resolve(args[0] ?? '');
  const keyFile = options['keyFile'] as string | undefined;
  const key = keyFile === undefined ? undefined : readKeyFile(keyFile);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: name a new folder`);
  // Whole or not at all: under its name a backup stands only when it is finished.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const began = Date.now();
  try {
    const copy = config.profile === 'embedded' ? copySharedFile : copyServer;
    const parts = await copy(config, unfinished, key, say);
    const { profile } = config;
    const manifest = newManifest({ version: productVersion(), profile, encrypted: key !== undefined, ...parts });
    writeFileSync(manifestIn(unfinished), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    syncFolder(unfinished);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(unfinished, folder);
    syncFolder(dirname(folder));
    return told(folder, manifest, Date.now() - began);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copySharedFile(config: StandaloneConfig, folder: string, key: Buffer | undefined): Promise<Parts> {
  const takenAt = new Date().toISOString();
  const name = 'qijing.sqlite';
  const copied = join(folder, 'copied');
  copyFile(sharedFile(config.dataDir), copied);
  const services = lookInto(
    copied,
    SCHEMAS.map(({ service }) => service),
  );
  const file = await writeFile(join(folder, name), createReadStream(copied), key);
  rmSync(copied);
  return { takenAt, services, files: [file] };
}

async function copyServer(
  config: StandaloneConfig,
  folder: string,
  key: Buffer | undefined,
  say: Task['say'],
): Promise<Parts> {
  const snapshot = await openServerSnapshot(ownerOptions(config));
  const services: Record<string, CopiedService> = {};
  const files: BackedUpFile[] = [];
  try {
    for (const { service } of SCHEMAS) {
      const tables: Record<string, number> = {};
      const migrations = await snapshot.migrations(service);
      const path = join(folder, `${service}.jsonl.gz`);
      files.push(await writeFile(path, rowsAsText(snapshot.rows(service), tables), key));
      services[service] = { migrations, tables };
      say(`${service}: ${sumOf(tables)} rows`);
    }
  } finally {
    await snapshot.close();
  }
  return { takenAt: snapshot.at.toISOString(), services, files };
}

const sumOf = (tables: Readonly<Record<string, number>>): number =>
  Object.values(tables).reduce((sum, count) => sum + count, 0);

function told(folder: string, { takenAt, services, files, encrypted }: Manifest, ms: number): Outcome {
  const rows = Object.values(services).reduce((sum, { tables }) => sum + sumOf(tables), 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    ok: true,
    folder,
    takenAt,
    encrypted,
    rows,
    bytes,
    ms,
    lines: [`${folder}: ${rows} rows, ${bytes} bytes, as of ${takenAt}${encrypted ? ', encrypted' : ''}`],
  };
}
