/** HTTP/1.1 as bytes on a connection: what a client library would never send, and what came back, answer by answer. */

/** Nobody may take longer, ms. */
const DEADLINE = 10_000;

/**
 * Writes a text (one byte per letter) and collects what comes until the other end closes, `until` is content or the
 * deadline passes.
 * @param {import('node:net').Socket} socket connected
 * @param {string} text
 * @param {{until?: (answers: Answer[]) => boolean, head?: boolean}} [options] `until` is given all whole answers so far;
 *   `head`: the first request is a HEAD, so that the first answer has no body whatever its headers say
 * @returns {Promise<{answers: Answer[], closed: boolean, late: boolean}>}
 */
export function exchange(socket, text, { until = () => false, head = false } = {}) {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const end = (how) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ answers: answersIn(received, head), closed: false, late: false, ...how });
    };
    const timer = setTimeout(() => end({ late: true }), DEADLINE);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      if (until(answersIn(received, head))) end({});
    });
    socket.on('error', () => end({ closed: true }));
    socket.on('close', () => end({ closed: true }));
    socket.write(Buffer.from(text, 'latin1'));
  });
}

/** The whole answers at the beginning of some bytes; interim ones (1xx) are left out. */
function answersIn(bytes, head) {
  const answers = [];
  for (let rest = bytes; rest.length > 0;) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd < 0) break;
    const [line, ...lines] = rest.subarray(0, headEnd).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()]),
    );
    const answer = { status: Number(line.split(' ')[1]), headers, trace: headers['x-trace-id'] };
    const isBodyless = answer.status < 200 || [204, 304].includes(answer.status) || (head && answers.length === 0);
    const length = isBodyless ? 0 : lengthOf(headers, rest.subarray(headEnd + 4));
    if (length === undefined) break;
    if (answer.status >= 200) answers.push(answer);
    rest = rest.subarray(headEnd + 4 + length);
  }
  return answers;
}

/** Bytes of the body and its framing; undefined while they are not all there. */
function lengthOf(headers, rest) {
  if (headers['transfer-encoding'] === 'chunked') return chunkedLength(rest);
  const length = Number(headers['content-length'] ?? rest.length);
  return rest.length < length ? undefined : length;
}

function chunkedLength(rest) {
  for (let at = 0; ;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = parseInt(rest.subarray(at, lineEnd).toString('latin1'), 16);
    at = lineEnd + 2 + size + 2;
    if (rest.length < at) return undefined;
    if (size === 0) return at;
  }
}
