import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressOf } from './address.js';
import { serviceOf } from './routes.js';

const UNSOUND = [
  '/api/v1/../../metrics', '/api/v1/%2e%2E/%2e./metrics', '/api/v1/..\\metrics', '/api/v1/..%2f..%2Fmetrics', '/api/v1/%5c..%5Cmetrics',
  '/api/v1/./units', '/api/v1/units/.', '/api/v1/units/..', '/api/v1/units/..;/x', '//metrics', '/api//v1', '/%', '/%2', '/%zz', '/a#b', '/a?b#c',
  'http://a/api/v1/units', 'api/v1', '*', '', '/é', '/a b', '/a?b c',
]; // prettier-ignore

describe('an address', () => {
  it.each(UNSOUND)('is not %j', (target) => {
    expect(addressOf(target)).toBeUndefined();
  });

  it.each([
    ['/%61pi/v1/units', '/api/v1/units', ''],
    ['/api/v1/units?a=/../b&c=%zz', '/api/v1/units', '?a=/../b&c=%zz'],
    ['/api/v1/%e4%b8%ad', '/api/v1/%E4%B8%AD', ''],
    ['/api/v1/a..b', '/api/v1/a..b', ''],
    ['/%252e%252e', '/%252e%252e', ''],
    ['/', '/', ''],
  ])('%s goes on as %s%s', (target, path, query) => {
    expect(addressOf(target)).toEqual({ path, query });
  });

  it('means the same to whoever resolves it, before and after', () => {
    const piece = fc.constantFrom('api', 'v1', 'metrics', '.', '..', '%2e', '%2E', '/', '//', '\\', '%2f', '%5c', '%61', ';', '%25');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const address = addressOf(`/${pieces.join('')}`);
        if (address === undefined) return;
        expect(new URL(`http://service${address.path}`).pathname).toBe(address.path);
        expect(addressOf(address.path)).toEqual(address);
        const plain = decodeURIComponent(address.path);
        expect(plain.split(/[/\\]/)).not.toContain('..');
        if (serviceOf(address.path)) expect(plain.startsWith('/api/')).toBe(true);
      }),
    );
  }); // prettier-ignore
});
