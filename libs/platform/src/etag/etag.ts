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
  zh: '内容已被他人修改，请刷新后重试',
  en: 'It was changed in the meantime; reload and try again',
  pointer: '/headers/if-match',
});

/** The weak entity tag of an aggregate version: `W/"7"`. */
export function etagOf(aggregate: { version: number }): string {
  return `W/"${aggregate.version}"`;
}

/**
 * Checks the `If-Match` header of an edit against the aggregate.
 * Throws 428 when the header is missing and 412 when it names another version; `*` matches any.
 */
export function requireMatch(ifMatch: string | undefined, aggregate: { version: number }): void {
  if (ifMatch === undefined || ifMatch.trim() === '') throw ifMatchRequired({});
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!tags.includes('*') && !tags.includes(`"${aggregate.version}"`)) throw versionChanged({});
}
