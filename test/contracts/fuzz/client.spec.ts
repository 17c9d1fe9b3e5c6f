import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from './client.mjs';

const PATIENCE_S = 2;

describe('the client of the fuzz test', () => {
  let server: Server;
  let client: Client;
  afterEach(() => {
    client.close();
    server.closeAllConnections();
    server.close();
  });

  async function ask(answer: RequestListener) {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, PATIENCE_S);
    return client.send({ method: 'GET', path: '/' });
  }

  it('takes an answer', async () => {
    expect(await ask((_request, response) => response.end('here'))).toMatchObject({ status: 200, text: 'here' });
  });

  it('reports a request that is never answered', async () => {
    await expect(ask(() => undefined)).rejects.toThrow('no answer within 2 s');
  });

  it('reports an answer that breaks off', async () => {
    const half: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => response.destroy());
    };
    await expect(ask(half)).rejects.toThrow('the answer broke off');
  });

  it('does not take a process that stood still for a hang', async () => {
    const still: RequestListener = (_request, response) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, (PATIENCE_S + 1) * 1000);
      response.end('here');
    };
    expect(await ask(still)).toMatchObject({ status: 200, text: 'here' });
  });
});
