import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const script = resolve(import.meta.dirname, '../../scripts/drill.mjs');
const LONG_MS = 300_000;

interface Case {
  id: string;
  lost: number;
  doubled: number;
  afterBackup: number;
  restoreMs: number;
}

function drilled(profile: string): Promise<{ ok: boolean; profile: string; cases: Case[]; error?: string }> {
  return new Promise((done) =>
    execFile(
      process.execPath,
      [script, '--profile', profile, '--incidents', '10', '--json'],
      { env: process.env, maxBuffer: 1 << 26 },
      (_error, stdout) => done(JSON.parse(stdout) as Awaited<ReturnType<typeof drilled>>),
    ),
  );
}

describe('the restore drill', () => {
  it(
    'puts the one file back as it was backed up',
    async () => {
      const { cases, ...rest } = await drilled('embedded');
      expect(rest).toEqual({ ok: true, profile: 'embedded' });
      expect(cases).toMatchObject([{ id: 'all', lost: 0, doubled: 0 }]);
      expect(cases[0]?.afterBackup).toBeGreaterThan(0);
    },
    LONG_MS,
  );

  it(
    'fills one database from the topics, and puts all of them back together',
    async () => {
      const { cases, ...rest } = await drilled('cluster');
      expect(rest).toEqual({ ok: true, profile: 'cluster' });
      expect(cases).toMatchObject([
        { id: 'notifications', lost: 0, doubled: 0, afterBackup: 0 },
        { id: 'all', lost: 0, doubled: 0 },
      ]);
      expect(cases[1]?.afterBackup).toBeGreaterThan(0);
    },
    LONG_MS,
  );
});
