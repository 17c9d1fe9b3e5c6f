import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/** What belongs to one connection (RFC 9110, 7.6.1) and never goes on. */
const HOP_BY_HOP = [
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** What says whose request it is and where it ends: no `Connection` header takes it away. */
const ALWAYS_GOES_ON = new Set(['authorization', 'content-length', 'cookie', 'host']);
/** What a client claims about who is in front of it. */
const CLAIMS = /^(?:forwarded|x-forwarded-.*|x-real-ip)$/;

/**
 * The headers of a request as they go on. This is the edge: claims about forwarding are replaced, not believed.
 * @param contentLength of the body as it was read, bytes; undefined without a body
 */
export function onwardHeaders(
  { raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>,
  contentLength?: number,
): IncomingHttpHeaders {
  const onward = withoutHops(headers, (name) => name === 'content-length' || CLAIMS.test(name));
  if (contentLength !== undefined) onward['content-length'] = String(contentLength);
  onward['x-forwarded-for'] = raw.socket.remoteAddress ?? '';
  onward['x-forwarded-proto'] = 'http';
  onward['x-forwarded-host'] = headers.host ?? '';
  return onward;
}

/** The headers of an answer as they go back; `x-forwarded-…` means nothing in an answer. */
export const answerHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders => withoutHops(headers);

function withoutHops(headers: IncomingHttpHeaders, drop: (name: string) => boolean = () => false): IncomingHttpHeaders {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !ALWAYS_GOES_ON.has(name));
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name) && !drop(name)));
}
