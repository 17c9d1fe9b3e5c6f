import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentContext } from '../tracing/request-context.js';
import type { LogLevel } from '../config/service.config.js';
import { redactText } from './redact-text.js';
import { redact } from './redact.js';

type Level = 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** How the process logs. */
export interface AppLoggerOptions {
  service: string;
  level: LogLevel;
  /** Where lines go; stderr by default, because stdout belongs to the answers of commands. */
  destination?: DestinationStream;
}

/** JSON log lines for Nest and for our own code: trace ids added, personal data and secrets taken out. */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;
  /** Says what is said at every level but `silent`. */
  private readonly always: Logger;

  constructor({ service, level, destination }: AppLoggerOptions) {
    this.pino = pino(
      {
        level,
        base: { service },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      destination ?? pino.destination({ dest: 2, sync: false }),
    );
    this.always = this.pino.child({}, { level: level === 'silent' ? 'silent' : 'info' });
  }

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  /** Tells facts as they are, whatever the level; for what holds neither personal data nor anything that people typed. */
  tell(fields: Readonly<Record<string, unknown>>): void {
    this.always.info(fields);
  }

  /** Writes out what is still in memory; called before the process leaves. */
  flush(): void {
    this.pino.flush();
  }

  /** Nest passes `message, ...details, context`; for errors a stack may be among the details. */
  private write(level: Level, message: unknown, more: unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = typeof more.at(-1) === 'string' ? String(more.at(-1)) : undefined;
    const details = context === undefined ? more : more.slice(0, -1);
    const fields = { ...trace(), ...(context !== undefined && { context }), ...messageFields(message) };
    const rest = details.filter((detail) => detail !== undefined);
    this.pino[level](rest.length > 0 ? { ...fields, details: redact(rest) } : fields);
  }
}

function messageFields(message: unknown): Record<string, unknown> {
  if (typeof message === 'string') return { msg: redactText(message) };
  if (message instanceof Error) return { msg: message.name, err: redact(message) };
  if (typeof message === 'object' && message !== null) return redact(message) as Record<string, unknown>;
  return { msg: String(message) };
}

function trace(): Record<string, unknown> {
  const context = currentContext();
  if (!context) return {};
  const { traceId, spanId, caller } = context;
  return { traceId, spanId, ...(caller && { accountId: caller.accountId }) };
}
