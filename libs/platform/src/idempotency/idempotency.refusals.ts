import { defineRefusal } from '#domain-kit';

/** JSON pointer used for faults of the header (headers have no place in the body). */
const HEADER = '/headers/idempotency-key';

/** 400: this caller must send a key on this route. */
export const keyMissing = defineRefusal({
  code: 'idempotency.key-missing',
  kind: 'invalid',
  zh: '缺少 Idempotency-Key 请求头',
  en: 'The Idempotency-Key header is missing',
  pointer: HEADER,
});

/** 400: a key is 1 to 128 visible ASCII characters. */
export const keyMalformed = defineRefusal({
  code: 'idempotency.key-malformed',
  kind: 'invalid',
  zh: 'Idempotency-Key 应为 1 至 128 个可见 ASCII 字符',
  en: 'Idempotency-Key must be 1 to 128 visible ASCII characters',
  pointer: HEADER,
});

/** 409: the first request with this key has not been answered yet. */
export const keyInProgress = defineRefusal({
  code: 'idempotency.in-progress',
  kind: 'conflict',
  zh: '相同 Idempotency-Key 的请求正在处理',
  en: 'A request with the same Idempotency-Key is under way',
  pointer: HEADER,
});

/** 422: the key was used for another request. */
export const bodyDiffers = defineRefusal({
  code: 'idempotency.body-differs',
  kind: 'unprocessable',
  zh: '该 Idempotency-Key 已用于另一内容的请求',
  en: 'This Idempotency-Key was used for a different request',
  pointer: HEADER,
});
