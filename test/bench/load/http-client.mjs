import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** One keep-alive connection, one request at a time. */
class Connection {
  #socket;
  #parts = [];
  #length = 0;
  #done;

  constructor(port, onFree, onLost) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (part) => {
      this.#parts.push(part);
      this.#length += part.length;
      this.#read(onFree);
    });
    const lost = () => {
      const done = this.#done;
      this.#done = undefined;
      onLost(this);
      done?.({ status: 0 });
    };
    this.#socket.once('error', () => this.#socket.destroy());
    this.#socket.once('close', lost);
  }

  send(bytes, done) {
    this.#done = done;
    this.#socket.write(bytes);
  }

  close() {
    this.#socket.destroy();
  }

  #read(onFree) {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) return;
    const head = bytes.toString('latin1', 0, end);
    const size = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (bytes.length < end + 4 + size) return void (this.#parts = [bytes]);
    const answer = {
      status: Number(head.slice(9, 12)),
      retryAfter: /\r\nretry-after: *(\d+)/i.exec(head)?.[1],
      body: bytes.toString('utf8', end + 4, end + 4 + size),
    };
    this.#parts = [];
    this.#length = 0;
    const done = this.#done;
    this.#done = undefined;
    onFree(this);
    done?.(answer);
  }
}

function headOf(method, path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join('')}`;
}

/**
 * A pool of raw HTTP/1.1 connections to one server: a fraction of the cost of Node's own client, so that the load does
 * not take the processor from what is measured. Answers must carry Content-Length.
 */
export class HttpClient {
  #free = [];
  #open = new Set();
  #queue = [];

  constructor(port, most) {
    Object.assign(this, { port, most });
  }

  /** Sends a POST; `done({status, retryAfter, body})`, status 0 when the connection broke. */
  post(path, headers, body, done) {
    const head = headOf('POST', path, headers);
    this.#send(
      `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      done,
    );
  }

  /** Sends a GET; resolves with `{status, retryAfter, body}`, status 0 when the connection broke. */
  get(path, headers) {
    return new Promise((resolve) => this.#send(`${headOf('GET', path, headers)}\r\n`, resolve));
  }

  #send(bytes, done) {
    const connection = this.#free.pop() ?? this.#another();
    if (connection) connection.send(bytes, done);
    else this.#queue.push([bytes, done]);
  }

  close() {
    this.#queue = [];
    for (const connection of this.#open) connection.close();
  }

  #another() {
    if (this.#open.size >= this.most) return undefined;
    const connection = new Connection(
      this.port,
      (free) => {
        const next = this.#queue.shift();
        if (next) free.send(...next);
        else this.#free.push(free);
      },
      (lost) => {
        this.#open.delete(lost);
        this.#free = this.#free.filter((one) => one !== lost);
      },
    );
    this.#open.add(connection);
    return connection;
  }
}
