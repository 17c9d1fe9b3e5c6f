import { REDACTED, redactText, withoutQuotes } from './redact-text.js';

/** Property names whose values are never logged: people, how to reach them, what they told, secrets, raw inputs. */
const PRIVATE =
  /^(name|.*name|.*phone|phone|mobile|tel|email|address|narrative|.*note|remark|description|text|content|comment|statement|reporter|contact|suspect|victim|payee|payer|idnumber|idcard|.*idno|plate|account|.*accountnumber|accountno|bankaccount|cardnumber|cardno|.*password|.*secret|.*token|jwt|.*cookie|authorization|body|payload|params|parameters|query|response|details?|values?|who|sql)$/i;

/** Names that end like private ones and are not. */
const PLAIN = /^(hostname|servicename|filename|eventname|topicname|tablename|indicatorname)$/i;

const MAX_DEPTH = 6;
/** Items of a list, or properties of an object, that are logged. */
const MAX_MEMBERS = 50;

/** A copy of `value` that may be logged: private properties blanked, free text cleaned, errors without their inputs. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  return depth >= MAX_DEPTH ? '[deep]' : redactObject(value, depth);
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, MAX_MEMBERS).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_MEMBERS)
      .map(([key, item]) => [key, isPrivate(key) ? REDACTED : redactProperty(key, item, depth)]),
  );
}

/** Errors given as text quote values just like error objects do. */
function redactProperty(key: string, value: unknown, depth: number): unknown {
  return typeof value === 'string' && /^(err|error|reason)$/i.test(key)
    ? withoutQuotes(value)
    : redact(value, depth + 1);
}

function isPrivate(key: string): boolean {
  const plain = key.replace(/[-_]/g, '');
  return PRIVATE.test(plain) && !PLAIN.test(plain);
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const message = withoutQuotes(error.message);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' && { code }),
    stack: redactText(frames.slice(0, 12).join('\n')),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}
