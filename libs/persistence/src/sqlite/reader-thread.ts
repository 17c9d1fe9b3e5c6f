import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { SqlParam } from '../table.js';

type Rows = Record<string, unknown>[];

/** What the thread answers: rows, or what the driver said. */
interface Answer {
  readonly id: number;
  readonly rows?: Rows;
  readonly error?: { readonly message: string; readonly code?: string };
}

interface Waiting {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The program of the thread, as text: it is the same whether this file runs compiled, bundled or under a test's loader, none
 * of which a new thread has.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const libsql = require(workerData.driver);
const connection = new libsql(workerData.file);
connection.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON');
const checkpoint = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');
const checkpoints = setInterval(() => {
  try {
    checkpoint.all([]);
  } catch {
    // The writer does it where this cannot.
  }
}, workerData.checkpointMs);
const prepared = new Map();
parentPort.on('message', ({ id, sql, params }) => {
  if (sql === undefined) {
    // Ends by itself: a thread that is cut off inside the driver takes the process with it.
    clearInterval(checkpoints);
    connection.close();
    parentPort.close();
    return;
  }
  try {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      if (prepared.size >= workerData.most) prepared.delete(prepared.keys().next().value);
      prepared.set(sql, statement);
    }
    parentPort.postMessage({ id, rows: statement.all(params) });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
`;

/** Statements that stay prepared, of all services. */
const MOST_PREPARED = 500;
/** How often what was written ahead is carried into the file, which waits for the disk and nobody for it, ms. */
const CHECKPOINT_MS = 1000;

/**
 * Reads an SQLite file in a thread of its own over a connection that cannot write: a long read holds up other reads, never
 * the event loop. It also carries what the writer wrote ahead into the file. The thread starts with the first read.
 */
export class ReaderThread {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private closed = false;

  constructor(private readonly file: string) {}

  /** Rows of one statement. */
  read(sql: string, params: readonly SqlParam[]): Promise<Rows> {
    if (this.closed) return Promise.reject(new Error('the file was closed'));
    const worker = (this.worker ??= this.start());
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      // While somebody waits for an answer, the process must not end.
      if (this.waiting.size === 0) worker.ref();
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, sql, params });
    });
  }

  /** Ends after the reads in hand. */
  async close(): Promise<void> {
    const { worker } = this;
    this.closed = true;
    this.worker = undefined;
    if (!worker) return;
    worker.ref();
    const ended = once(worker, 'exit');
    worker.postMessage({});
    await ended;
  }

  private start(): Worker {
    const driver = createRequire(import.meta.url).resolve('libsql');
    const worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { driver, file: this.file, most: MOST_PREPARED, checkpointMs: CHECKPOINT_MS },
    });
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(worker, answer));
    worker.on('error', (error) => {
      if (this.worker === worker) this.worker = undefined;
      this.failAll(error);
    });
    return worker;
  }

  private settle(worker: Worker, { id, rows, error }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0 && this.worker === worker) worker.unref();
    if (rows) waiting?.resolve(rows);
    else waiting?.reject(Object.assign(new Error(error?.message), { code: error?.code }));
  }

  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
