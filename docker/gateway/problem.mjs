import { randomBytes } from 'node:crypto';

const problems = {
  'gateway.no-route': {
    status: 404,
    zh: ['没有这个地址', '网关没有通向该地址的路由'],
    en: ['Not found', 'The gateway has no route to this address'],
  },
  'gateway.service-down': {
    status: 502,
    zh: ['服务暂时不可用', '{service} 服务没有应答，请稍后重试'],
    en: ['Service not reachable', 'The service {service} does not answer; try again shortly'],
  },
  'gateway.timeout': {
    status: 504,
    zh: ['服务应答超时', '{service} 服务未能及时应答'],
    en: ['Service timed out', 'The service {service} did not answer in time'],
  },
};

/** Answers with application/problem+json in the caller's language (zh-CN unless Accept-Language prefers English). */
export function sendProblem(request, response, code, params = {}) {
  if (response.headersSent) return void response.destroy();
  const { status, ...texts } = problems[code];
  const english = prefersEnglish(request.headers['accept-language'] ?? '');
  const [title, detail] = english ? texts.en : texts.zh;
  const body = JSON.stringify({
    type: `urn:qijing:problem:${code}`,
    title,
    status,
    code,
    detail: detail.replace(/\{(\w+)\}/g, (_, name) => params[name]),
    instance: request.url.split('?')[0],
    traceId: request.headers.traceparent?.split('-')[1] ?? randomBytes(16).toString('hex'),
    errors: [],
  });
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': english ? 'en' : 'zh-CN',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(status === 404 ? {} : { 'retry-after': '1' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function prefersEnglish(acceptLanguage) {
  const wishes = acceptLanguage
    .toLowerCase()
    .split(',')
    .map((part) => ({ tag: part.trim(), quality: Number(/q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return wishes[0]?.tag.startsWith('en') ?? false;
}
