import type { FastifyInstance } from 'fastify';
import { notUtf8, tooManyValues } from './body-parsing.js';

/** Characters of a path and its query. Our longest is a list's cursor beside a search, below 3,000. */
const MAX_ADDRESS = 8_192;
/** Parameters of a query, repetitions included. No list takes more than ten. */
const MAX_PARAMETERS = 50;

/** 414. */
class AddressTooLong extends Error {
  readonly statusCode = 414;
}

/** 405; what the address does take stands in `Allow`. */
class MethodNotAllowed extends Error {
  readonly statusCode = 405;
}

/**
 * Refuses addresses that are too long, have too many parameters or are not UTF-8, and answers a known path under a method
 * it does not have with 405 and `Allow` (RFC 9110 §15.5.6). Nothing of the body is read then.
 */
export function addAddressRules(fastify: FastifyInstance): void {
  const methodsOf = (url: string): string[] =>
    fastify.supportedMethods.filter((method) => fastify.findRoute({ method, url }) !== null);
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const allowed = request.is404 ? methodsOf(request.url).sort() : [];
    const refused = allowed.length > 0 ? new MethodNotAllowed() : refusalOf(request.url);
    if (allowed.length > 0) void reply.header('Allow', allowed.join(', '));
    if (refused) void reply.header('Connection', 'close');
    done(refused, payload);
  });
}

function refusalOf(address: string): Error | null {
  if (address.length > MAX_ADDRESS) return new AddressTooLong();
  // The router takes # for the end of a path, too.
  const query = /[?#](.*)$/.exec(address)?.[1] ?? '';
  if (query.split('&', MAX_PARAMETERS + 1).length > MAX_PARAMETERS) return tooManyValues();
  return isDecodable(query) ? null : notUtf8();
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
