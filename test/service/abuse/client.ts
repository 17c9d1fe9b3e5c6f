import { randomUUID } from 'node:crypto';

/** A request as a case describes it. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a refused request must be answered with. */
export interface Refused {
  readonly status: number | readonly number[];
  readonly code?: string;
  /** Pointers that `errors` must name, all of them. */
  readonly pointers?: readonly string[];
}

/** Must never come back in an answer, wherever it was sent. */
export const ECHO = 'Kanarienvogel-8842';

/** Traces of the inside: stacks, statements, files. */
const INSIDE =
  /node_modules|\bat (async )?[\w.<>]+ \(|SELECT |INSERT |UPDATE `|[Ss][Qq][Ll]ite|MariaDB|\bER_[A-Z]+|\.[jt]s:\d|\/work\/|\/tmp\//;

/** Sends a request and reads the whole answer. */
export async function send(url: string, { method, path, token, body, raw, headers }: Sent): Promise<Answer> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A fresh Idempotency-Key. */
export const freshKey = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/** Everything that is wrong with the answer to a refused request; empty when it is as it must be. */
export function faultsOf(answer: Answer, { status, code, pointers = [] }: Refused, language: 'zh' | 'en'): string[] {
  const wanted = [status].flat();
  if (!wanted.includes(answer.status)) return [`${answer.status} instead of ${wanted.join('/')}: ${answer.text}`];
  const problem = parsed(answer.text);
  const told = (problem['errors'] as { pointer: string; code: string; message: string }[] | undefined) ?? [];
  const missing = pointers.filter((pointer) => !told.some((error) => error.pointer === pointer));
  const texts = [String(problem['detail']), String(problem['title']), ...told.map(({ message }) => message)];
  const checks: readonly (readonly [boolean, string])[] = [
    [answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false, 'not problem+json'],
    [code === undefined || problem['code'] === code, `code ${String(problem['code'])} instead of ${String(code)}`],
    [typeof problem['code'] === 'string' && /^[a-z][a-z.-]+$/.test(problem['code']), 'no stable code'],
    [missing.length === 0, `no pointer ${missing.join(', ')} among ${told.map(({ pointer }) => pointer).join(', ')}`],
    [/^[0-9a-f]{32}$/.test(String(problem['traceId'])), 'no trace id'],
    [answer.headers.get('x-trace-id') === problem['traceId'], 'another trace id in the header'],
    [problem['status'] === answer.status, 'another status in the body'],
    [answer.headers.get('content-language') === (language === 'zh' ? 'zh-CN' : 'en'), 'wrong Content-Language'],
    [texts.every((text) => speaks(text, language)), `not in ${language}: ${texts.join(' | ')}`],
    [!INSIDE.test(answer.text), `tells about the inside: ${answer.text}`],
    [!answer.text.includes(ECHO), 'repeats what was sent'],
  ];
  return checks.flatMap(([fine, fault]) => (fine ? [] : [fault]));
}

/** Names of units and people stay Chinese in English texts, so only the other way round is strict. */
const speaks = (text: string, language: 'zh' | 'en'): boolean =>
  language === 'zh' ? /[\u4e00-\u9fff]/.test(text) : /[a-z]{2}/i.test(text);

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The token in the session cookie that a page is given. */
export const cookieTokenOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((cookie) => /^(?:__Host-)?qijing_session=([^;]+)/.exec(cookie)?.[1])
    .find((token) => token !== undefined) ?? '';
