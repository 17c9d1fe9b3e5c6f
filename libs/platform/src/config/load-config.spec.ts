import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './load-config.js';
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
