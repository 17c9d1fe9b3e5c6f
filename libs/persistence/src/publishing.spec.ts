import { expect, it } from '@jest/globals';
import { touch } from './aggregates.js';
import { streamOf } from './publishing.js';

it('counts events without holes while the version moves with every change', () => {
  const row = { id: 'a', version: 0, published: 0 };
  const publish = (stream = streamOf(row)) => (stream.version += 1);
  expect(publish()).toBe(1);
  touch(row);
  touch(row);
  expect(publish()).toBe(2);
  expect(row).toEqual({ id: 'a', version: 4, published: 2 });
});
