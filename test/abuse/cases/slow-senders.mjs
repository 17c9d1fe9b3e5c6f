import { connect } from 'node:net';

const EACH = 100;
const MOST_MS = 32_000;
/** Less would not be patience: nobody listened. */
const LEAST_MS = 5_000;
const DRIP_MS = 1000;

/** Ways of never coming to an end. */
const WAYS = {
  'headers letter by letter': 'POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ',
  'body letter by letter':
    'POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n{"account":"',
  'nothing at all': '',
};

/** Senders that take for ever: their connection ends at 30 seconds, and the others do not wait. */
export const slowSenders = {
  id: 'slow-senders',
  async run({ baseUrl }) {
    const { hostname, port } = new URL(baseUrl);
    const outcomes = await Promise.all(
      Object.entries(WAYS).map(async ([way, opening]) => {
        const lives = await Promise.all(Array.from({ length: EACH }, () => lifeOf(hostname, Number(port), opening)));
        return [way, Math.round(Math.min(...lives)), Math.round(Math.max(...lives))];
      }),
    );
    return {
      ok: outcomes.every(([, least, most]) => least >= LEAST_MS && most <= MOST_MS),
      notes: outcomes
        .map(([way, , ms]) => `${way}: ${EACH} ended after at most ${(ms / 1000).toFixed(1)} s`)
        .join('; '),
    };
  },
};

/** Milliseconds until the other side ends a connection on which one letter a second arrives. */
function lifeOf(hostname, port, opening) {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, hostname, () => opening && socket.write(opening));
    const drip = setInterval(() => opening && socket.writable && socket.write('x'), DRIP_MS);
    const end = () => {
      clearInterval(drip);
      clearTimeout(patience);
      socket.destroy();
      resolve(performance.now() - began);
    };
    const patience = setTimeout(end, MOST_MS * 2);
    socket.on('error', end).on('end', end).on('close', end).resume();
  });
}
