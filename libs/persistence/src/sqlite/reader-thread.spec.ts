import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import libsql from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderThread } from './reader-thread.js';

describe('the thread that reads an SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-reader-'));
    file = join(folder, 'a.sqlite');
    const connection = new libsql(file);
    connection.exec('PRAGMA journal_mode = WAL; CREATE TABLE note (n int); INSERT INTO note VALUES (1), (2)');
    connection.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('answers rows, says what the driver said, and cannot write', async () => {
    const reader = new ReaderThread(file);
    expect(await reader.read('SELECT n FROM note WHERE n > ?', [1])).toEqual([{ n: 2 }]);
    await expect(reader.read('SELECT n FROM nowhere', [])).rejects.toThrow('no such table');
    await expect(reader.read('DELETE FROM note', [])).rejects.toThrow();
    expect(await reader.read('SELECT count(*) AS n FROM note', [])).toEqual([{ n: 2 }]);
    await reader.close();
  });

  it('ends after the reads in hand, and takes none after that', async () => {
    for (let round = 0; round < 20; round += 1) {
      const reader = new ReaderThread(file);
      const reads = Array.from({ length: 50 }, () => reader.read('SELECT n FROM note', []));
      const closing = reader.close();
      expect((await Promise.all(reads)).flat()).toHaveLength(100);
      await closing;
      await expect(reader.read('SELECT n FROM note', [])).rejects.toThrow('closed');
    }
  }, 30_000);

  it('keeps the event loop free while it reads for long', async () => {
    const reader = new ReaderThread(file);
    await reader.read('SELECT 1', []);
    const long =
      'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000000) SELECT max(n) AS n FROM c';
    let turns = 0;
    const reading = reader.read(long, []).finally(() => (turns = -turns));
    while (turns >= 0 && turns < 1000) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBe(1000);
    expect(await reading).toEqual([{ n: 2_000_000 }]);
    await reader.close();
  }, 30_000);
});
