import type { Texts } from '#domain-kit';

/** What is said of a status that the framework itself answers. */
export const BY_STATUS: Readonly<Record<number, { code: string; detail: Texts }>> = {
  400: { code: 'request.malformed', detail: { zh: '请求内容不是有效的 JSON', en: 'The request is not valid JSON' } },
  401: { code: 'auth.sign-in-required', detail: { zh: '请先登录', en: 'Sign in first' } },
  403: { code: 'auth.not-permitted', detail: { zh: '无权访问', en: 'Not permitted' } },
  404: { code: 'route.not-found', detail: { zh: '没有这个地址', en: 'There is no such address' } },
  405: { code: 'route.method-not-allowed', detail: { zh: '不支持该方法', en: 'Method not allowed' } },
  408: { code: 'request.too-slow', detail: { zh: '请求未及时到达', en: 'The request did not arrive in time' } },
  413: { code: 'request.too-large', detail: { zh: '请求内容过大', en: 'The request body is too large' } },
  414: { code: 'request.address-too-long', detail: { zh: '请求地址过长', en: 'The address is too long' } },
  415: {
    code: 'request.media-type',
    detail: {
      zh: '请求内容应为 UTF-8 编码、未压缩的 JSON（application/json）',
      en: 'The content must be JSON (application/json) in UTF-8, not compressed',
    },
  },
  431: { code: 'request.headers-too-large', detail: { zh: '请求头过大', en: 'The headers are too large' } },
  429: {
    code: 'request.too-many',
    detail: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  },
};
