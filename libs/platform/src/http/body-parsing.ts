import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { excessOf, type StructureLimits } from '#contracts';
import { defineRefusal } from '#domain-kit';

/**
 * Beyond all need: our bodies have five levels, lists of at most 100 things, and a theft with 100 stolen things of five
 * fields each has some 700 values. Whatever reads a body afterwards is bounded by these: class-transformer takes time that
 * grows with the square of an object's fields, and class-validator explains each thing that is wrong.
 */
export const BODY_LIMITS: StructureLimits = { depth: 32, values: 1_000, members: 200 };

/** 400: objects or lists within each other beyond all need. */
export const bodyTooDeep = defineRefusal({
  code: 'request.too-deep',
  kind: 'invalid',
  zh: '请求内容嵌套过深',
  en: 'The request body is nested too deeply',
});

/** 400: more values in all, or in one object or list, than any request of ours has. */
export const tooManyValues = defineRefusal({
  code: 'request.too-many-values',
  kind: 'invalid',
  zh: '请求内容的字段或条目过多',
  en: 'The request has too many fields or items',
});

/** 400: bytes that are no UTF-8 (RFC 8259 §8.1), in a body or escaped in an address. */
export const notUtf8 = defineRefusal({
  code: 'request.charset',
  kind: 'invalid',
  zh: '请求的地址或内容不是有效的 UTF-8 编码',
  en: 'The address or body of the request is not valid UTF-8',
});

/**
 * JSON in UTF-8, not compressed, is all that is taken; an empty body is no body, because many clients send the header
 * anyway. What has too many values is refused before any class sees it. How many bytes a route reads is the route's.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    done(isCompressed(request) ? refuseCompressed(reply) : null, payload);
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    const refused = refusalOfBytes(request, body);
    if (refused) return done(refused);
    void parseJson(request, body.toString(), (error, parsed: unknown) => done(error ?? refusalOfValue(parsed), parsed));
  });
}

function refusalOfBytes({ headers }: FastifyRequest, body: Buffer): Error | undefined {
  const charsets = [...(headers['content-type'] ?? '').matchAll(/;\s*charset\s*=\s*"?([^\s";]*)/gi)];
  if (charsets.some(([, charset]) => charset?.toLowerCase() !== 'utf-8')) return new UnsupportedMediaTypeException();
  return isUtf8(body) ? undefined : notUtf8();
}

function refusalOfValue(parsed: unknown): Error | null {
  const excess = excessOf(parsed, BODY_LIMITS);
  if (excess === undefined) return null;
  return excess === 'depth' ? bodyTooDeep() : tooManyValues();
}

const isCompressed = ({ headers }: FastifyRequest): boolean =>
  !/^\s*(identity\s*)?$/i.test(headers['content-encoding'] ?? '');

/** Says what would be taken (RFC 9110 §15.5.16), and reads no more of what is sent. */
function refuseCompressed(reply: FastifyReply): Error {
  void reply.header('Accept-Encoding', 'identity').header('Connection', 'close');
  return new UnsupportedMediaTypeException();
}
