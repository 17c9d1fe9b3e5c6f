import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serviceNames, serviceOf } from '../../apps/gateway/src/routes.js';

const root = resolve(import.meta.dirname, '../..');
const ID = '01932f6e-3c4a-7b7a-9d5e-6f1a2b3c4d5e';

/** Addresses that every process has of its own: no gateway sends them anywhere else. */
const OF_A_PROCESS = /^\/(health|metrics|api\/docs)/;

function addressesOf(service: string): string[] {
  const text = readFileSync(resolve(root, `docs/api/${service}.openapi.json`), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, unknown> };
  return Object.keys(paths).filter((path) => !OF_A_PROCESS.test(path));
}

describe('the gateway', () => {
  it.each(serviceNames)('sends every address of %s to it', (service) => {
    const addresses = addressesOf(service);
    expect(addresses.length).toBeGreaterThan(0);
    const astray = addresses.filter((path) => serviceOf(path.replace(/\{\w+\}/g, ID)) !== service);
    expect(astray).toEqual([]);
  });
});
