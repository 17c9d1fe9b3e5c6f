import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames, type CopiedService } from '#persistence';
import { SCHEMAS } from '../schemas.js';

const NAME = 'manifest.json';
const FORMAT = 1;

/** A file of a backup as it lies on the disk. */
export interface BackedUpFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

/** What a backup is: read before anything of it is touched. Nothing personal is in it. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** Of the product that made it. */
  readonly version: string;
  readonly profile: 'embedded' | 'cluster';
  /** The moment that all of it shows, UTC. */
  readonly takenAt: string;
  readonly encrypted: boolean;
  /** Migrations, oldest first, and rows by table, of each service. */
  readonly services: Readonly<Record<string, CopiedService>>;
  readonly files: readonly BackedUpFile[];
}

export const manifestIn = (folder: string): string => join(folder, NAME);

export const newManifest = (parts: Omit<Manifest, 'format'>): Manifest => ({ format: FORMAT, ...parts });

/** @throws Error when there is no backup in the folder, or one that this version cannot read */
export function readManifest(folder: string): Manifest {
  const manifest = parsed(folder);
  if (manifest.format !== FORMAT) throw new Error(`${folder}: a backup in a form that this version does not know`);
  for (const schema of SCHEMAS) {
    const known = migrationNames(schema);
    const unknown = (manifest.services[schema.service]?.migrations ?? []).filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new Error(
        `${folder} was made by a newer version (${manifest.version}; ${schema.service}: ${unknown.join(', ')}): ` +
          'restore it with that version',
      );
  }
  return manifest;
}

function parsed(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(manifestIn(folder), 'utf8')) as Manifest;
  } catch (error) {
    throw new Error(`${folder} holds no backup: ${NAME} cannot be read`, { cause: error });
  }
}

/** The tables whose number of rows is not the one that the manifest tells. */
export const differences = (service: string, told: CopiedService['tables'], found: CopiedService['tables']): string[] =>
  [...new Set([...Object.keys(told), ...Object.keys(found)])]
    .filter((table) => told[table] !== found[table])
    .map((table) => `${service}.${table}: ${found[table] ?? 0} rows instead of ${told[table] ?? 0}`);
