import http from 'node:http';

/** Bytes; the services refuse more by its length, before they read it. */
const LARGEST = 1024 * 1024;
/** A front that passes bodies on as they come breaks off when the client does not keep its word. */
const BROKEN_OFF = ['ECONNRESET', 'HPE_INVALID_EOF_STATE'];

/**
 * Stands in for the services behind a front and writes down what arrives: every request it can make out, and everything
 * that is none. It answers with the trace id it was given, as the services do.
 * @param {{lenient?: boolean}} options `lenient`: it reads what a strict parser refuses, so that leftovers count, too
 * @returns {Promise<{url: string, seen: Seen[], malformed: string[], reset: () => void, stop: () => Promise<void>}>}
 */
export async function startRecorder({ lenient = false } = {}) {
  const seen = [];
  const malformed = [];
  const server = http.createServer({ insecureHTTPParser: lenient, keepAliveTimeout: 60_000 }, (request, response) => {
    const { method, url, headers } = request;
    const record = { method, url, headers, trace: headers.traceparent?.split('-')[1], body: '', whole: false };
    seen.push(record);
    if (Number(headers['content-length']) > LARGEST) {
      return response.writeHead(413, { 'X-Trace-Id': record.trace, 'Content-Length': 0, Connection: 'close' }).end();
    }
    request.setEncoding('latin1');
    request.on('data', (piece) => (record.body += piece));
    request.on('end', () => {
      record.whole = true;
      response.setHeader('X-Trace-Id', record.trace ?? 'none');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ method, url }));
    });
  });
  server.maxHeadersCount = 0;
  server.on('connect', ({ url }, socket) => {
    malformed.push(`connect ${url}`);
    socket.destroy();
  });
  server.on('clientError', (error, socket) => {
    if (!BROKEN_OFF.includes(error.code)) malformed.push(error.code);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    seen,
    malformed,
    reset: () => void (seen.splice(0), malformed.splice(0)),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
