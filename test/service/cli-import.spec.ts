import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve(import.meta.dirname, '../../dist/programs/qijing.js');
const SLOW_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'qijing-cli-import-'));
const file = (name: string): string => join(folder, name);
const { PATH = '' } = process.env;

/** Runs a command on a deployment of its own. */
function qijing(...words: string[]): Promise<{ code: number; out: string; errors: string }> {
  const env = { PATH, QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: file('data') };
  return new Promise((done) => {
    execFile(process.execPath, [cli, ...words], { env }, (error, out, errors) =>
      done({ code: error ? Number(error.code) : 0, out, errors }),
    );
  });
}
const json = async (...words: string[]): Promise<Record<string, unknown>> => {
  const { out } = await qijing(...words, '--json');
  expect(out.trim().split('\n')).toHaveLength(1);
  return JSON.parse(out) as Record<string, unknown>;
};

beforeAll(async () => {
  expect((await qijing('migrate')).code).toBe(0);
}, SLOW_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(
  'prints a template, takes it, exports it for its owner alone and takes that back',
  async () => {
    writeFileSync(file('units.csv'), (await qijing('import', '--template', 'units')).out);
    expect(await json('import', 'units', file('units.csv'), '--dry-run')).toMatchObject({ ok: true, created: 2, written: false }); // prettier-ignore
    const { errors, code } = await qijing('import', 'units', file('units.csv'));
    expect([code, errors]).toEqual([0, '']);
    expect(await json('export', 'units', '--out', file('out.xlsx'))).toMatchObject({ ok: true, rows: 2 });
    expect(statSync(file('out.xlsx')).mode & 0o777).toBe(0o600);
    expect(await json('import', 'units', file('out.xlsx'))).toMatchObject({ ok: true, unchanged: 2, written: false });
  },
  SLOW_MS,
);

it(
  'ends with 1 and names row, column and reason when it refuses, and has every row in the report',
  async () => {
    const lines = [
      'code,name,discipline,capacity,longitude,latitude',
      'OK01,所,PS,1,119.9,31.7',
      'x,所,PS,1,119.9,31.7',
    ];
    writeFileSync(file('bad.csv'), lines.join('\n'));
    expect(await json('import', 'units', file('bad.csv'), '--report', file('report.csv'))).toMatchObject({
      ok: false,
      created: 1,
      refused: 1,
      written: false,
      refusals: [
        { row: 3, column: 'code', value: 'x', code: 'import.cell-pattern', reason: { zh: expect.any(String) } },
      ],
    });
    const { code, out } = await qijing('import', 'units', file('bad.csv'));
    expect(code).toBe(1);
    expect(out).toContain('row 3  code  "x"');
    expect(readFileSync(file('report.csv'), 'utf8')).toMatch(/2,created,.*\r\n3,refused,code,x,import\.cell-pattern,/);
    expect(await json('import', 'units', file('nowhere.csv'))).toMatchObject({ ok: false });
    expect(await json('import', 'areas', file('bad.csv'))).toMatchObject({ ok: false, code: 'import.file-format' });
  },
  SLOW_MS,
);

it(
  'puts the secrets of new accounts into a new private file and nowhere else',
  async () => {
    await qijing('import', '--template', 'accounts', '--out', file('accounts.csv'));
    expect(await json('import', 'accounts', file('accounts.csv'))).toMatchObject({ ok: false });
    const words = ['import', 'accounts', file('accounts.csv'), '--secrets', file('secrets.csv')];
    writeFileSync(file('nobody.csv'), 'account,name,roles\nx,x,king');
    expect(await json(...words.with(2, file('nobody.csv')))).toMatchObject({ ok: false, refused: 1 });
    expect(existsSync(file('secrets.csv'))).toBe(false);
    const told = await json(...words);
    expect(told).toMatchObject({ ok: true, created: 2, secrets: file('secrets.csv') });
    const [, ...lines] = readFileSync(file('secrets.csv'), 'utf8').trim().split('\r\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['zhang.min', 'PS11']);
    for (const line of lines) expect(JSON.stringify(told)).not.toContain(line.split(',')[1]);
    expect(statSync(file('secrets.csv')).mode & 0o777).toBe(0o600);
    expect(await json(...words)).toMatchObject({ ok: false, error: expect.stringContaining('EEXIST') });
  },
  SLOW_MS,
);
