import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { CopiedRow, CopiedRows, TableHead } from '#persistence';
import type { BackedUpFile, Manifest } from './manifest.js';
import { Opened, sealed } from './sealing.js';

const OWNER_ONLY = 0o600;

/** The streams between a source and the disk; none where nothing is to be done. */
const through = (...streams: (Transform | undefined | false)[]): Transform[] =>
  streams.filter((stream): stream is Transform => Boolean(stream));

/** Writes a file of a backup, readable by its owner only and durable when this answers. */
export async function writeFile(path: string, source: Readable, key: Buffer | undefined): Promise<BackedUpFile> {
  await pipeline([source, ...through(key && sealed(key)), createWriteStream(path, { flags: 'wx', mode: OWNER_ONLY })]);
  const written = await open(path, 'r');
  await written.sync();
  await written.close();
  return { name: basename(path), bytes: (await stat(path)).size, sha256: await hashOf(path) };
}

/** The rows of a service as a compressed stream of JSON lines; what it counted is whole when the stream has ended. */
export function rowsAsText(rows: CopiedRows, counts: Record<string, number>): Readable {
  async function* lines(): AsyncGenerator<string> {
    let table = '';
    for await (const line of rows) {
      if ('table' in line) counts[(table = line.table)] = 0;
      else counts[table] = (counts[table] ?? 0) + 1;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  const packed = createGzip();
  pipeline(Readable.from(lines()), packed).catch((error: Error) => packed.destroy(error));
  return packed;
}

/** The rows of a service out of a backup. An error of the key or the file ends it. */
export async function* textAsRows(path: string, key: Buffer | undefined): AsyncGenerator<TableHead | CopiedRow> {
  const unpacked = createGunzip();
  const reading = pipeline([createReadStream(path), ...through(key && new Opened(key)), unpacked]);
  reading.catch(() => undefined);
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity }))
      yield JSON.parse(line) as TableHead | CopiedRow;
    await reading;
  } catch (error) {
    // Under another key noise comes out, over which whoever reads it stumbles before the end tells.
    throw key ? new Error(`${path} cannot be opened: another key, or it was changed`, { cause: error }) : error;
  }
}

/** Takes a file out of a backup as it was. */
export async function takeOut(path: string, into: string, key: Buffer | undefined): Promise<void> {
  const out = createWriteStream(into, { flags: 'w', mode: OWNER_ONLY });
  await pipeline([createReadStream(path), ...through(key && new Opened(key)), out]);
  const written = await open(into, 'r');
  await written.sync();
  await written.close();
}

/** @throws Error naming the first file that is not what the manifest tells */
export async function verifyFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const { name, bytes, sha256 } of files) {
    const path = join(folder, basename(name));
    const { size } = await stat(path);
    if (size !== bytes || (await hashOf(path)) !== sha256)
      throw new Error(`${path} is not the file that was backed up`);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
