import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.mjs';
import { embeddedFront, gatewayFront, type Front } from './fronts.mjs';
import { judge } from './judge.mjs';

/** Starting the one process with its demo on two loaded cores, ms. */
const PATIENCE = 120_000;

describe.each([
  ['the gateway', gatewayFront],
  ['the gateway before services that read leniently', () => gatewayFront({ lenient: true })],
  ['the one process', embeddedFront],
])('%s', (_name, start: () => Promise<Front>) => {
  let front: Front;
  beforeAll(async () => {
    front = await start();
  }, PATIENCE);
  afterAll(() => front.stop());

  it.each(corpus)('$name', async (item) => {
    expect(await judge(front, item)).toEqual([]);
  });
});
