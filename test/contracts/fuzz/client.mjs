import { Agent, request } from 'node:http';

const CLOSING = new Set([408, 413, 414, 431]);

/**
 * Sends one request as it is; answers status, headers and text. A stream is cut after its first piece.
 *
 * Patience is counted in seconds during which this process ran: product and client share it, and when the machine lets it
 * stand still for long (a paused machine, a disk that does not answer), timers fire before the answer that lies ready is read.
 */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  /** @param {number} [patienceS] no answer for so long counts as a hang */
  constructor(baseUrl, patienceS = 20) {
    this.url = new URL(baseUrl);
    this.patienceS = patienceS;
  }

  send({ method, path, headers = {}, body }) {
    return new Promise((resolve, reject) => {
      let waited = 0;
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const options = { hostname: this.url.hostname, port: this.url.port, agent: this.#agent, method, path };
      const outgoing = request({ ...options, headers: { ...headers, ...length } }, (incoming) => {
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
      const watch = setInterval(() => {
        if ((waited += 1) >= this.patienceS) outgoing.destroy(new Error(`no answer within ${this.patienceS} s`));
      }, 1000);
      outgoing.on('error', reject);
      outgoing.on('close', () => {
        clearInterval(watch);
        reject(new Error('the answer broke off'));
      });
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

  close() {
    this.#agent.destroy();
  }
}
