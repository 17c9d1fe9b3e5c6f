import type { RefusalKind, Texts } from '#domain-kit';

/** Languages that problems are told in; simplified Chinese unless the request prefers English. */
export type Language = keyof Texts;

/** One field at fault. */
export interface ProblemError {
  /** JSON pointer into the body, or `/query/…`, `/path/…`, `/headers/…`. */
  pointer: string;
  /** Stable dotted code. */
  code: string;
  /** What is wrong, in the language of the answer; never repeats the value. */
  message: string;
}

/** RFC 9457 problem document, the body of every answer of 400 and above. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  traceId: string;
  errors: ProblemError[];
}

/** What went wrong, before it is put into a language. */
export interface Fault {
  status: number;
  code: string;
  detail: Texts;
  errors?: { pointer: string; code: string; message: Texts }[];
  /** Seconds after which a retry makes sense (`Retry-After`). */
  retryAfter?: number;
}

/** HTTP status of each kind of refusal. */
export const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  'too-large': 413,
  unprocessable: 422,
  'precondition-missing': 428,
  'rate-limited': 429,
  unavailable: 503,
};

const TITLES: Record<number, Texts> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权操作', en: 'Not permitted' },
  404: { zh: '不存在', en: 'Not found' },
  405: { zh: '方法不支持', en: 'Method not allowed' },
  408: { zh: '请求超时', en: 'Request timeout' },
  409: { zh: '状态冲突', en: 'Conflict' },
  412: { zh: '版本已变', en: 'Precondition failed' },
  413: { zh: '内容过大', en: 'Too large' },
  414: { zh: '地址过长', en: 'Address too long' },
  415: { zh: '内容类型不支持', en: 'Unsupported media type' },
  422: { zh: '无法处理', en: 'Unprocessable' },
  428: { zh: '缺少版本', en: 'Precondition required' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  431: { zh: '请求头过大', en: 'Headers too large' },
  500: { zh: '系统故障', en: 'Internal fault' },
  502: { zh: '服务暂时不可用', en: 'Service not reachable' },
  503: { zh: '暂不可用', en: 'Unavailable' },
  504: { zh: '服务应答超时', en: 'Service timed out' },
};

/** Puts a fault into one language. `type` is a stable URN made of the code. */
export function problemOf(fault: Fault, language: Language, instance: string, traceId: string): Problem {
  const title = TITLES[fault.status] ?? { zh: '请求未完成', en: 'Request not completed' };
  return {
    type: `urn:qijing:problem:${fault.code}`,
    title: title[language],
    status: fault.status,
    code: fault.code,
    detail: fault.detail[language],
    instance,
    traceId,
    errors: (fault.errors ?? []).map((error) => ({ ...error, message: error.message[language] })),
  };
}

/** The language an `Accept-Language` header prefers: the first of zh or en by quality. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().split(';'))
    .map(([tag, quality]) => ({ tag: tag?.toLowerCase() ?? '', q: Number(/q=([\d.]+)/.exec(quality ?? '')?.[1] ?? 1) }))
    .filter(({ tag, q }) => q > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.q - a.q);
  return wishes[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
