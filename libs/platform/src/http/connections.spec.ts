import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { NotesService } from './notes-service.fixture.js';

let service: NotesService;
let port: number;
const lines: string[] = [];

beforeAll(async () => {
  service = await NotesService.start({ lines, environment: { QIJING_MAX_CONNECTIONS: '40' } });
  await service.app.listen(0, '127.0.0.1');
  port = Number(new URL(await service.app.getUrl()).port);
  lines.length = 0;
});
afterAll(() => service.stop());

const server = (): Server => service.app.getHttpServer();
const open = (): Promise<number> => promisify(server().getConnections.bind(server()))();

const HEAD = 'POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n';

describe('a client that leaves before its request is whole', () => {
  it('is no error of ours', async () => {
    const begin = async (): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`${HEAD}\r\n{"text":"`);
      return socket;
    };
    // Gone while the body was read, and before anybody looked.
    for (let n = 0; n < 20; n += 1) {
      const arrived = once(server(), 'request');
      const socket = await begin();
      const [, answer] = (await arrived) as [unknown, ServerResponse];
      socket.resetAndDestroy();
      await once(answer, 'close');
    }
    for (let n = 0; n < 20; n += 1) (await begin()).resetAndDestroy();
    while ((await open()) > 0) await new Promise((resolve) => setImmediate(resolve));
    const levels = lines.map((line) => (JSON.parse(line) as { level: string }).level);
    expect([...new Set(levels)]).toEqual(['debug']);
    const metrics = await service.app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('route="/api/v1/notes",status="499"');
  });
});

describe('connections beyond so many', () => {
  it('are closed as they come', async () => {
    const sockets = Array.from({ length: 60 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    let closed = 0;
    await new Promise<void>((resolve) => {
      for (const socket of sockets) socket.on('close', () => (closed += 1) === 20 && resolve());
    });
    expect(sockets.filter((socket) => !socket.destroyed)).toHaveLength(40);
    for (const socket of sockets) socket.destroy();
  });
});
