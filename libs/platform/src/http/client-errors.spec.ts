import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { NotesService } from './notes-service.fixture.js';

let service: NotesService;
let port: number;

beforeAll(async () => {
  service = await NotesService.start();
  await service.app.listen(0, '127.0.0.1');
  port = Number(new URL(await service.app.getUrl()).port);
});
afterAll(() => service.stop());

/** Everything the server sends until it closes the connection. */
function answerTo(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.on('data', (piece) => (answer += piece.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('what is no HTTP request', () => {
  it.each([
    [
      'headers beyond all need',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'request.headers-too-large',
    ],
    [
      'an address of raw bytes',
      'GET /api/v1/notes?cursor=\u00b6 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
      'request.malformed',
    ],
    ['something else altogether', 'hello\r\n\r\n', 400, 'request.malformed'],
  ])('%s is answered with a problem document', async (_name, text, status, code) => {
    const answer = await answerTo(text);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('application/problem+json');
    const problem = JSON.parse(body) as { status: number; code: string; traceId: string };
    expect(problem).toMatchObject({ status, code });
    expect(head).toContain(`X-Trace-Id: ${problem.traceId}`);
  });
});

it('reads the header behind two thousand others', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers = `${'a:\r\n'.repeat(2_100)}Traceparent: 00-${traceId}-00f067aa0ba902b7-01\r\n`;
  const answer = await answerTo(`GET /api/v1/notes HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`);
  expect(answer.toLowerCase()).toContain(`x-trace-id: ${traceId}`);
});
