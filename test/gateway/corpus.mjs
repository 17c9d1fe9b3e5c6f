/**
 * Requests as bytes that programs in a row are known to read differently, as data: framing, `Connection`, addresses,
 * syntax (RFC 9110, RFC 9112). `{host}` and `{trace}` are filled in when it is sent; a second request of a case has
 * `{trace2}`. A case says what our gateway does with it:
 *   `refused`: the status, and nothing goes on; or
 *   `sees`: what a service sees of it, `[method, url, body]`.
 * `requests`: how many there are for the client's own reading (1 unless said); `open`: it lacks its end, so nobody
 * answers yet; `alone`: its client waits for the answer before it goes on; `head`: its first answer has no body.
 * Whatever stands in front, nothing it lets through may contain SMUGGLED: that is always a body or a header.
 */
export const SMUGGLED = 'smuggled';

const LINE = 'Host: {host}\r\nTraceparent: 00-{trace}-00f067aa0ba902b7-01\r\n';
const URL = '/api/v1/units';
/** A request in hiding; the next one's first line would vanish in its last header. */
const HIDDEN = `GET /api/v1/${SMUGGLED} HTTP/1.1\r\nHost: a\r\nX-Ignore: `;
const CHUNKED = `${HIDDEN.length.toString(16)}\r\n${HIDDEN}\r\n0\r\n\r\n`;

const request = (method, headers = '', body = '', url = URL) =>
  `${method} ${url} HTTP/1.1\r\n${LINE}${headers && `${headers}\r\n`}\r\n${body}`;
const sized = (text = HIDDEN) => `Content-Length: ${text.length}`;
const get = (name, headers, expected) => ({ name, raw: request('GET', headers), ...expected });
const post = (name, headers, body, expected) => ({ name, raw: request('POST', headers, body), ...expected });
const passes = (method = 'GET', body = '', url = URL) => ({ sees: [method, url, body] });
const refused = (status = 400) => ({ refused: status });

const framed = [
  get('a plain GET', '', passes()),
  get('a GET of length 0', 'Content-Length: 0', passes()),
  { name: 'a plain HEAD', raw: request('HEAD'), head: true, ...passes('HEAD') },
  post('a POST without a body', '', '', passes('POST')),
  post('a POST with its length', sized(), HIDDEN, passes('POST', HIDDEN)),
  post('a POST in chunks', 'Transfer-Encoding: chunked', CHUNKED, passes('POST', HIDDEN)),
  post('chunked in capitals', 'Transfer-Encoding: CHUNKED', CHUNKED, passes('POST', HIDDEN)),
  post('chunk extensions', 'Transfer-Encoding: chunked', '5;a=b;c="d"\r\nhello\r\n0\r\n\r\n', passes('POST', 'hello')),
  post('trailers', 'Transfer-Encoding: chunked\r\nTrailer: Authorization', '5\r\nhello\r\n0\r\nAuthorization: x\r\n\r\n', passes('POST', 'hello')),
  post('leading zeros of a chunk', 'Transfer-Encoding: chunked', '0005\r\nhello\r\n0\r\n\r\n', passes('POST', 'hello')),
  { name: 'DELETE with a body', raw: request('DELETE', sized(), HIDDEN), ...passes('DELETE', HIDDEN) },
  { name: 'OPTIONS with a body', raw: request('OPTIONS', sized(), HIDDEN), ...passes('OPTIONS', HIDDEN) },
  { name: 'DELETE in chunks', raw: request('DELETE', 'Transfer-Encoding: chunked', CHUNKED), ...passes('DELETE', HIDDEN) },
  { name: 'two in a row', raw: request('GET') + request('GET').replace('{trace}', '{trace2}'), requests: 2, ...passes() },
  post('waiting to be told to go on', `${sized()}\r\nExpect: 100-continue`, HIDDEN, passes('POST', HIDDEN)),
  post('another expectation', `${sized()}\r\nExpect: ${SMUGGLED}`, HIDDEN, refused(417)),
  { name: 'a line feed before it', raw: `\r\n${request('GET')}`, ...passes() },
]; // prettier-ignore

const unsound = [
  get('a GET with a body', sized(), { ...refused() }),
  { name: 'GET, HIDDEN in its length', raw: request('GET', sized(), HIDDEN), ...refused() },
  { name: 'HEAD, HIDDEN in its length', raw: request('HEAD', sized(), HIDDEN), head: true, ...refused() },
  { name: 'GET, HIDDEN in chunks', raw: request('GET', 'Transfer-Encoding: chunked', CHUNKED), ...refused() },
  post('length before chunks', `${sized('0\r\n\r\n')}\r\nTransfer-Encoding: chunked`, `0\r\n\r\n`, refused()),
  post('chunks before a length', `Transfer-Encoding: chunked\r\n${sized('0\r\n\r\n')}`, `0\r\n\r\n`, refused()),
  post('a length that hides chunks', `Content-Length: 4\r\nTransfer-Encoding: chunked`, CHUNKED, refused()),
  post('chunks that hide a length', `Transfer-Encoding: chunked\r\nContent-Length: ${HIDDEN.length + 5}`, `0\r\n\r\n${HIDDEN}`, refused()),
  post('one length twice', `${sized()}\r\n${sized()}`, HIDDEN, refused()),
  post('two lengths', `Content-Length: 0\r\n${sized()}`, HIDDEN, refused()),
  ...['+', '-', '0x', '0,', ' 5, ', '1e', '5 ', '\x0b', '99999999999999999999'].map((sign) =>
    post(`the length ${JSON.stringify(sign)}n`, `Content-Length: ${sign}${HIDDEN.length}`, HIDDEN, refused())),
  post('a blank before the colon of a length', `Content-Length : ${HIDDEN.length}`, HIDDEN, refused()),
  post('a blank before the colon of chunks', 'Transfer-Encoding : chunked', CHUNKED, refused()),
  ...['xchunked', 'identity', 'chunked, identity', 'chunked, chunked', 'gzip, chunked', 'x, chunked', '\x0bchunked', 'chunked\x0b', '"chunked"', ''].map((coding) =>
    post(`the coding ${JSON.stringify(coding)}`, `Transfer-Encoding: ${coding}`, CHUNKED, refused())),
  post('two codings', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', CHUNKED, refused()),
  post('a coding in two lines', 'Transfer-Encoding:\r\n chunked', CHUNKED, refused()),
  post('a coding in disguise', `Transfer_Encoding: chunked\r\n${sized()}`, HIDDEN, passes('POST', HIDDEN)),
  ...['5 \r\nhello', '0x5\r\nhello', '+5\r\nhello', '-5\r\nhello', '5\rhello', '5\r\nhelloXX', 'fffffffffffffffff\r\nhello', '\r\nhello', '5;\nhello', '5\r\nhello\n0\n'].map((chunk) =>
    post(`the chunk ${JSON.stringify(chunk)}`, 'Transfer-Encoding: chunked', `${chunk}\r\n0\r\n\r\n`, refused())),
  post('lines of chunks that end in line feeds', 'Transfer-Encoding: chunked', CHUNKED.replaceAll('\r\n', '\n'), refused()),
  post('more than anybody takes, by its length', 'Content-Length: 2000000', '', { alone: true, ...refused(413) }),
  post('more than anybody takes, in chunks', 'Transfer-Encoding: chunked', `${(1_200_000).toString(16)}\r\n${'a'.repeat(1_200_000)}\r\n0\r\n\r\n`, refused(413)),
  { name: 'a body that does not end', raw: request('POST', 'Content-Length: 100000', HIDDEN), open: true, refused: 0 },
]; // prettier-ignore

const connection = [
  ...['content-length', 'Content-Length, close, x', 'host', 'authorization', 'cookie', 'x-forwarded-for', 'x-forwarded-host'].flatMap((named) => [
    get(`GET, Connection: ${named}`, `Connection: ${named}`, passes()),
    post(`POST, Connection: ${named}`, `Connection: ${named}\r\n${sized()}\r\nAuthorization: a\r\nCookie: b=c`, HIDDEN, passes('POST', HIDDEN)),
    { name: `GET with a body, Connection: ${named}`, raw: request('GET', `Connection: ${named}\r\n${sized()}`, HIDDEN), ...refused() },
    { name: `DELETE with a body, Connection: ${named}`, raw: request('DELETE', `Connection: ${named}\r\n${sized()}`, HIDDEN), ...passes('DELETE', HIDDEN) },
    { name: `OPTIONS with a body, Connection: ${named}`, raw: request('OPTIONS', `Connection: ${named}\r\n${sized()}`, HIDDEN), ...passes('OPTIONS', HIDDEN) },
  ]),
  post('Connection: transfer-encoding', 'Connection: transfer-encoding\r\nTransfer-Encoding: chunked', CHUNKED, passes('POST', HIDDEN)),
  { name: 'GET in chunks, Connection: transfer-encoding', raw: request('GET', 'Connection: transfer-encoding\r\nTransfer-Encoding: chunked', CHUNKED), ...refused() },
  get('an upgrade to a socket', 'Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13', { alone: true, ...passes() }),
  get('an upgrade to HTTP/2', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA', { alone: true, ...passes() }),
  get('claims about who asked', 'X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 5.6.7.8\r\nForwarded: for=1.2.3.4\r\nX-Real-IP: 1.2.3.4', passes()),
]; // prettier-ignore

const at = (url, expected) => ({ name: `the address ${url}`, raw: request('GET', '', '', url), ...expected });
const addresses = [
  ...['/api/v1/../../metrics', '/api/v1/%2e%2e/%2e%2e/metrics', '/api/v1/.%2e/%2E./metrics', '/api/v1/..\\..\\metrics', '/api/docs/../../metrics',
    '/api/v1/../../health/ready', '//api/v1/units', '///metrics', '/api/v1//metrics', '/api/v1/..%2f..%2fmetrics', '/api/v1/..%5c..%5cmetrics', '/api/v1/units/..', '/api/v1/./units', '/api/v1/units/.',
    '/api/v1/%2e/units', '/api/v1/units/..;/metrics', '/api/v1/units/a../metrics', '/api/v1%2funits', '/api/v1/units%5Ca', '/..', '/.', '/api/v1/units#x', '/api/v1/units?a#x', '/api/v1/%', '/api/v1/%zz', '/api/v1/%2',
    'http://{host}/api/v1/units', 'http://elsewhere/api/v1/units', 'http://{host}/api/v1/../../metrics', 'api/v1/units', '*', '/api/v1/\xe9'].map((url) => at(url, refused())),
  at('/%61pi/v1/units', passes()),
  at('/api/%761/%75nits', passes()),
  at('/api/v1/units/%e4%b8%ad', passes('GET', '', '/api/v1/units/%E4%B8%AD')),
  at('/api/v1/units/%252e%252e', passes('GET', '', '/api/v1/units/%252e%252e')),
  at('/api/v1/units/a..b', passes('GET', '', '/api/v1/units/a..b')),
  at('/api/v1/units?next=/../../metrics', passes('GET', '', '/api/v1/units?next=/../../metrics')),
  at('/api/v1/units?q=%zz', passes('GET', '', '/api/v1/units?q=%zz')),
  ...['/metrics', '/health', '/%6detrics', '/API/v1/units', '/api', '/nothing?/api/v1/units'].map((url) => at(url, refused(404))),
  at(`/api/v1/${'a'.repeat(20_000)}`, refused(431)),
]; // prettier-ignore

const syntax = [
  ['line feeds alone', request('GET').replaceAll('\r\n', '\n')],
  ['a line feed alone before a header', request('GET', 'X: a\nX-Other: b')],
  ['a carriage return in a value', request('GET', `X: a\rContent-Length: 5`)],
  ['a NUL in a value', request('GET', 'X: a\x00b')],
  ['a header in two lines', request('GET', 'X: a\r\n b')],
  ['a line that is no header', request('GET', 'X')],
  ['a header without a name', request('GET', ': a')],
  ['a name with a blank', request('GET', 'X Y: a')],
  ['a blank before the first header', `GET ${URL} HTTP/1.1\r\n ${LINE}\r\n`],
  ['no host', request('GET').replace('Host: {host}\r\n', '')],
  ['two hosts', request('GET', 'Host: elsewhere')],
  ['another version', request('GET').replace('HTTP/1.1', 'HTTP/3.7')],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['something after the version', request('GET').replace('HTTP/1.1', 'HTTP/1.1 x')],
  ['a blank in the address', request('GET', '', '', '/api/v1/units /x')],
  ['an unknown method', request('SMUGGLE')],
  ['a method in small letters', request('get')],
  ['no method', request('')],
]
  .map(([name, raw]) => ({ name, raw, ...refused() }))
  .concat([
    { name: 'TRACE', raw: request('TRACE'), ...refused(405) },
    { name: 'PROPFIND', raw: request('PROPFIND', sized(), HIDDEN), ...refused(405) },
    { name: 'CONNECT', raw: `CONNECT {host} HTTP/1.1\r\n${LINE}\r\n${HIDDEN}`, refused: 0 },
    { name: 'HTTP/1.0', raw: request('GET').replace('HTTP/1.1', 'HTTP/1.0'), ...passes() },
    { name: 'HTTP/1.0 without a host', raw: request('GET').replace('HTTP/1.1', 'HTTP/1.0').replace('Host: {host}\r\n', ''), ...passes() },
    { name: 'HTTP/1.0 that stays', raw: request('GET', 'Connection: keep-alive').replace('HTTP/1.1', 'HTTP/1.0'), ...passes() },
    { name: 'HTTP/1.0 in chunks', raw: request('POST', 'Transfer-Encoding: chunked', CHUNKED).replace('HTTP/1.1', 'HTTP/1.0'), ...refused() },
    { name: 'HTTP/2.0', raw: request('GET').replace('HTTP/1.1', 'HTTP/2.0'), ...passes() },
    { name: 'HTTP/0.9', raw: `GET ${URL}\r\n\r\n`, ...refused() },
    { name: 'headers beyond all need', raw: request('GET', `X: ${'a'.repeat(20_000)}`), ...refused(431) },
    { name: 'more headers than are counted', raw: request('POST', `${'a:\r\n'.repeat(2_100)}${sized()}`, HIDDEN), ...passes('POST', HIDDEN) },
  ]); // prettier-ignore

export const corpus = [...framed, ...unsound, ...connection, ...addresses, ...syntax];
