import type { FastifyInstance } from 'fastify';
import { defineRefusal } from '#domain-kit';

/** Levels of objects and lists in one body; ours need five. Deeper ones exhaust the stack of whoever walks them. */
const MAX_DEPTH = 32;

/** 400: objects or lists within each other beyond all need. */
export const bodyTooDeep = defineRefusal({
  code: 'request.too-deep',
  kind: 'invalid',
  zh: '请求内容嵌套过深',
  en: 'The request body is nested too deeply',
});

/** JSON is the only content type; an empty body is no body, because many clients send the header anyway. */
export function acceptJsonOnly(fastify: FastifyInstance, bodyLimit: number): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    void parseJson(request, body.toString(), (error, parsed: unknown) => {
      if (!error && isDeeperThan(MAX_DEPTH, parsed)) done(bodyTooDeep());
      else done(error, parsed);
    });
  });
}

/** Looks level by level, without recursion. */
function isDeeperThan(most: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= most && level.length > 0; depth += 1) {
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return level.length > 0;
}
