import { createReadStream, existsSync } from 'node:fs';
import { appendFile, mkdir, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { dirname } from 'node:path';
import type { AuditCheckpoint } from './audit-tables.js';

/** Marks the lines of anchors among others, in files of anchors as in logs. */
export const ANCHOR_MESSAGE = 'audit checkpoint';

/** Bytes at the end of a file in which its last line is looked for. */
const TAIL = 4096;

/** A checkpoint as it is told outside of the database. */
export interface Anchor {
  readonly msg: typeof ANCHOR_MESSAGE;
  readonly service: string;
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** How many chains it sealed. */
  readonly heads: number;
  readonly hash: string;
  readonly signature?: string;
}

/** What is told of a checkpoint. */
export const anchorOf = (service: string, checkpoint: AuditCheckpoint): Anchor => {
  const { seq, at, heads, hash, signature } = checkpoint;
  const told = { msg: ANCHOR_MESSAGE, service, seq, at: at.toISOString(), heads: heads.length, hash } as const;
  return signature === undefined ? told : { ...told, signature };
};

/** A file of anchors, one JSON object a line, to which lines are only ever added. */
export class AnchorFile {
  constructor(readonly path: string) {}

  get exists(): boolean {
    return existsSync(this.path);
  }

  /** Adds anchors and waits until they are on disk. */
  async add(anchors: readonly Anchor[]): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const lines = anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join('');
    await appendFile(this.path, lines, { mode: 0o600, flush: true });
  }

  /** The last anchor; undefined when there is none. */
  async last(): Promise<Anchor | undefined> {
    if (!this.exists) return undefined;
    const file = await open(this.path);
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
      const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
      return lines.flatMap((line) => anchorIn(line) ?? []).at(-1);
    } finally {
      await file.close();
    }
  }

  /** Every anchor of a service, in the order in which they were told; other lines, of a log for instance, are passed over. */
  async *of(service: string): AsyncGenerator<Anchor> {
    for await (const line of createInterface({ input: createReadStream(this.path) })) {
      const anchor = anchorIn(line);
      if (anchor?.service === service) yield anchor;
    }
  }
}

function anchorIn(line: string): Anchor | undefined {
  if (!line.includes(ANCHOR_MESSAGE)) return undefined;
  try {
    const { msg, ...rest } = JSON.parse(line) as Partial<Anchor>;
    const whole = msg === ANCHOR_MESSAGE && typeof rest.seq === 'number' && typeof rest.hash === 'string';
    return whole ? ({ msg, ...rest } as Anchor) : undefined;
  } catch {
    return undefined;
  }
}
