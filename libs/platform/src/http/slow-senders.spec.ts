import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { PATIENCE } from './create-app.js';
import { NotesService } from './notes-service.fixture.js';

let service: NotesService;
let port: number;

/** As in production, a hundred times as impatient. */
const patience = Object.fromEntries(
  Object.entries(PATIENCE).map(([name, ms]) => [name, (ms as number) / 100]),
) as unknown as typeof PATIENCE;

beforeAll(async () => {
  service = await NotesService.start({ patience });
  await service.app.listen(0, '127.0.0.1');
  port = Number(new URL(await service.app.getUrl()).port);
});
afterAll(() => service.stop());

const HEAD = 'POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n';

/** Sends the beginning and then a byte now and then, until the connection ends; answers how long it took, and the answer. */
async function trickle(beginning: string, drop: string): Promise<{ ms: number; answer: string }> {
  const startedAt = Date.now();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece) => (answer += piece.toString()));
  socket.on('error', () => undefined);
  // What is dripped before the connection is there would stand before the beginning.
  await once(socket, 'connect');
  socket.write(beginning);
  const drip = setInterval(() => drop !== '' && socket.writable && socket.write(drop), 5);
  await once(socket, 'close');
  clearInterval(drip);
  return { ms: Date.now() - startedAt, answer };
}

describe('a slow sender', () => {
  it('has 30 s in production, the checks included', () => {
    expect(PATIENCE.requestMs + PATIENCE.checkEveryMs).toBeLessThanOrEqual(30_000);
    expect(PATIENCE.headersMs).toBeLessThanOrEqual(PATIENCE.requestMs);
  });

  it.each([
    ['says nothing', '', ''],
    ['stops in its headers', 'GET / HTTP/1.1\r\nX: ', ''],
    ['trickles its headers', 'GET / HTTP/1.1\r\nX: ', 'x'],
    ['stops in its body', `${HEAD}\r\n{"text":"`, ''],
    ['trickles its body', `${HEAD}\r\n{"text":"`, 'x'],
  ])('that %s is told and cut off', async (_what, beginning, drop) => {
    const { ms, answer } = await trickle(beginning, drop);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('request.too-slow');
    expect(ms).toBeLessThan(5_000);
  });
});
