import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { defineRefusal } from '#domain-kit';

/** 428: edits name the version they were made from. */
export const ifMatchRequired = defineRefusal({
  code: 'edit.if-match-required',
  kind: 'precondition-missing',
  zh: '修改前请先读取，并在 If-Match 请求头中带上版本',
  en: 'Read first and send the version in the If-Match header',
  pointer: '/headers/if-match',
});

/** 412: somebody changed it in between. */
export const versionChanged = defineRefusal({
  code: 'edit.version-changed',
  kind: 'precondition',
  zh: '内容已被他人修改，本次未生效，请核对后重试',
  en: 'It was changed in the meantime, so nothing was done; check and try again',
  pointer: '/headers/if-match',
});

/** What facts are taken on, instead of the header: whatever has happened meanwhile. */
export const AS_A_FACT = '*';

const HEADER = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of the version that the change starts from; `*` for any.',
  schema: { type: 'string', example: '"7"' },
};

/**
 * Parameter decorator: the version that a decision was made on, for {@link requireMatch}; documents the header. `facts` says
 * which requests of the route are facts and need none.
 */
export const IfMatch = ({ facts }: { facts?: string } = {}): ParameterDecorator => {
  const header =
    facts === undefined ? HEADER : { ...HEADER, required: false, description: `${HEADER.description} ${facts}` };
  return createParamDecorator(
    (_data: undefined, context: ExecutionContext) =>
      context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'],
    [
      (target, key) => {
        if (key === undefined) return;
        ApiHeader(header)(target, key, Object.getOwnPropertyDescriptor(target, key) ?? {});
      },
    ],
  )();
};

/** The entity tag of an aggregate version: `"7"`. Strong, since `If-Match` never matches a weak one (RFC 9110, 13.1.1). */
export function etagOf(aggregate: { version: number }): string {
  return `"${aggregate.version}"`;
}

/**
 * Checks the `If-Match` header of an edit against the aggregate.
 * Throws 428 when the header is missing and 412 when it names another version; `*` matches any.
 * Tags as earlier versions wrote them (`W/"7"`) are taken for strong ones.
 */
export function requireMatch(ifMatch: string | undefined, aggregate: { version: number }): void {
  if (ifMatch === undefined || ifMatch.trim() === '') throw ifMatchRequired({});
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!tags.includes('*') && !tags.includes(`"${aggregate.version}"`)) throw versionChanged({});
}
