import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsInt, Max } from 'class-validator';
import { ConfigError } from './config-fault.js';
import { Env } from './env.js';
import { configProvider, loadConfig, loadServerConfig, misspelt } from './load-config.js';
import { ServiceConfig } from './service.config.js';

class TryConfig extends ServiceConfig {
  readonly service = 'try';
  override port = 3009;
}

function faultsOf(environment: Record<string, string>): { name: string; value: string; expected: string }[] {
  try {
    loadConfig(TryConfig, environment);
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults];
    throw error;
  }
  return [];
}

const folder = mkdtempSync(join(tmpdir(), 'qijing-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('loadConfig', () => {
  it('takes defaults and converts by their type', () => {
    const config = loadConfig(TryConfig, { QIJING_DB_PORT: '3307', QIJING_KAFKA_BROKERS: 'a:1, b:2' });
    expect(config).toMatchObject({ port: 3009, dbPort: 3307, kafkaBrokers: ['a:1', 'b:2'], profile: 'cluster' });
  });

  it('lists every fault at once', () => {
    const faults = faultsOf({ QIJING_PORT: '99999', QIJING_PROFILE: 'docker', QIJING_KAFKA_BROKERS: 'nowhere' });
    expect(faults.map(({ name }) => name).sort()).toEqual(['QIJING_KAFKA_BROKERS', 'QIJING_PORT', 'QIJING_PROFILE']);
    expect(faults.find(({ name }) => name === 'QIJING_PROFILE')?.value).toBe('docker');
  });

  it('never shows a secret', () => {
    const [fault] = faultsOf({ QIJING_DEMO_PASSWORD: 'hunter2' });
    expect(fault).toMatchObject({ name: 'QIJING_DEMO_PASSWORD', value: '***' });
  });

  it('refuses demo accounts, an empty database password and a made-up key of the audit trail in production', () => {
    const environment = { NODE_ENV: 'production', QIJING_PROFILE: 'cluster', QIJING_DEMO_PASSWORD: 'Demo-2026-abc' };
    const names = ['QIJING_DEMO_PASSWORD', 'QIJING_AUDIT_KEY_FILE', 'QIJING_DB_PASSWORD'];
    expect(faultsOf(environment).map(({ name }) => name)).toEqual(names);
  });
});

/** Every secret setting of a service. */
const SECRETS = {
  QIJING_DB_PASSWORD: 'dbPassword',
  QIJING_DEMO_PASSWORD: 'demoPassword',
  QIJING_MANAGEMENT_TOKEN: 'managementToken',
} as const;

describe('a secret', () => {
  it.each(Object.entries(SECRETS))('%s may come from a file', (name, property) => {
    const path = file(name, 'from-a-file-2026 \n');
    expect(loadConfig(TryConfig, { [`${name}_FILE`]: path })[property]).toBe('from-a-file-2026 ');
    expect(loadConfig(TryConfig, { [name]: 'from-the-variable', [`${name}_FILE`]: '' })[property]).toBe(
      'from-the-variable',
    );
  });

  it.each([
    ['that is missing', () => join(folder, 'nowhere'), {}, /can be read \(ENOENT\)/],
    ['that is a folder', () => folder, {}, /can be read \(EISDIR\)/],
    ['that is empty', () => file('empty', '\n'), {}, /empty/],
    ['beside the variable', () => file('both', 'x'), { QIJING_DB_PASSWORD: 'canary' }, /not both/],
  ])('is told to be wrong when it names a file %s', (_what, path, more, expected) => {
    const [fault] = faultsOf({ ...more, QIJING_DB_PASSWORD_FILE: path() });
    expect(fault).toMatchObject({ name: 'QIJING_DB_PASSWORD_FILE', value: path() });
    expect(fault?.expected).toMatch(expected);
    expect(JSON.stringify(fault)).not.toContain('canary');
  });
});

class PartConfig extends ServiceConfig {
  readonly service = 'part';
  @Env('QIJING_TRY_PARTS')
  @IsInt()
  @Max(9)
  parts: number = 1;
}

class WholeConfig extends TryConfig {
  override readonly allServices = true;
}

describe('a server', () => {
  const serverFaults = (environment: Record<string, string>): string[] => {
    try {
      loadServerConfig(WholeConfig, environment);
    } catch (error) {
      if (error instanceof ConfigError) return error.faults.map(({ name, value }) => `${name} ${value}`);
      throw error;
    }
    return [];
  };

  it('is told every fault at once, those of the services in it included, each once', () => {
    configProvider(PartConfig);
    expect(serverFaults({ QIJING_PORT: 'abc', QIJING_PROFILE: 'x', QIJING_TRY_PARTS: '10' })).toEqual([
      'QIJING_PROFILE x',
      'QIJING_PORT abc',
      'QIJING_TRY_PARTS 10',
    ]);
  });

  it('does not start in production over a folder or files that others can reach, and says which', () => {
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    const environment = {
      NODE_ENV: 'production',
      QIJING_PROFILE: 'embedded',
      QIJING_DATA_DIR: data,
      QIJING_AUDIT_KEY_FILE: 'of the audit trail',
    };
    for (const [name, mode] of [
      ['qijing.sqlite', 0o644],
      ['qijing.sqlite-wal', 0o640],
      ['qijing.key', 0o600],
    ] as const) {
      writeFileSync(join(data, name), '');
      chmodSync(join(data, name), mode);
    }
    chmodSync(data, 0o750);
    expect(serverFaults(environment)).toEqual([
      `QIJING_DATA_DIR ${data} (0750)`,
      `QIJING_DATA_DIR ${join(data, 'qijing.sqlite')} (0644)`,
      `QIJING_DATA_DIR ${join(data, 'qijing.sqlite-wal')} (0640)`,
    ]);
    expect(serverFaults({ QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: data })).toEqual([]);
    for (const name of ['qijing.sqlite', 'qijing.sqlite-wal']) chmodSync(join(data, name), 0o600);
    chmodSync(data, 0o700);
    expect(serverFaults(environment)).toEqual([]);
    expect(serverFaults({ ...environment, QIJING_DATA_DIR: join(folder, 'new') })).toEqual([]);
  });

  it('names variables that nothing reads', () => {
    const environment = { QIJING_PROT: '3000', QIJING_PORT: '3000', QIJING_DB_PASSWORD_FILE: '/x', HOME: '/' };
    expect(misspelt(environment)).toEqual(['QIJING_PROT is no setting of Qijing; nothing reads it']);
  });
});
