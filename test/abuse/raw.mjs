import http from 'node:http';

/**
 * Sends one request from an address of the loopback network and reads its answer. Never throws: status 0 is no answer.
 * @param {object} options
 * @param {string} options.url
 * @param {string} [options.from] address to send from, e.g. 127.0.0.7
 * @param {string} [options.body] as it goes over the wire
 * @returns {Promise<{status: number, headers: object, body: any, ms: number}>}
 */
export function send({ url, method = 'GET', headers = {}, body, from, timeoutMs = 60_000 }) {
  const began = performance.now();
  const framed =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const done = (status, rest = {}) => resolve({ status, headers: {}, ...rest, ms: performance.now() - began });
    const options = {
      method,
      headers: { ...framed, ...headers },
      timeout: timeoutMs,
      agent: false,
      localAddress: from,
    };
    const request = http.request(url, options, (incoming) => {
      const parts = [];
      incoming.on('data', (part) => parts.push(part));
      incoming.once('error', () => done(incoming.statusCode));
      incoming.once('end', () =>
        done(incoming.statusCode, { headers: incoming.headers, body: parsed(Buffer.concat(parts).toString()) }),
      );
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => done(0));
    request.end(body);
  });
}

/** Runs `work` for every item, so many at a time. */
export async function inTurns(items, atOnce, work) {
  const results = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** How many there are of each. */
export function counted(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
