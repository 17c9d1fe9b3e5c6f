import { Agent, request } from 'node:http';

const LONGEST_MS = 20_000;
const CLOSING = new Set([408, 413, 414, 431]);

/** Sends one request as it is; answers status, headers and text. A stream is cut after its first piece. */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(baseUrl) {
    this.url = new URL(baseUrl);
  }

  send({ method, path, headers = {}, body }) {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const options = { hostname: this.url.hostname, port: this.url.port, agent: this.#agent, method, path };
      const outgoing = request({ ...options, headers: { ...headers, ...length }, timeout: LONGEST_MS }, (incoming) => {
        const pieces = [];
        const end = () =>
          this.#done(resolve, {
            status: incoming.statusCode,
            headers: incoming.headers,
            text: Buffer.concat(pieces).toString(),
          });
        incoming.on('data', (piece) => {
          pieces.push(piece);
          if (incoming.headers['content-type']?.startsWith('text/event-stream')) {
            end();
            outgoing.destroy();
          }
        });
        incoming.on('end', end);
        incoming.on('error', () => undefined);
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${LONGEST_MS} ms`)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** After some refusals the server closes the connection: it must not be used again. */
  #done(resolve, answer) {
    if (CLOSING.has(answer.status) || answer.headers.connection === 'close') {
      this.#agent.destroy();
      this.#agent = new Agent({ keepAlive: true, maxSockets: 4 });
    }
    resolve(answer);
  }

  async json(method, path, { token, body, headers = {} } = {}) {
    const answer = await this.send({
      method,
      path,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.text === '' ? undefined : JSON.parse(answer.text);
  }

  close() {
    this.#agent.destroy();
  }
}
