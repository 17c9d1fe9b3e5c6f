import type { MessagingLog, MessagingOptions, TraceCarrier } from '#messaging';

/** A trace carrier that carries nothing. */
export const noTrace: TraceCarrier = { current: () => undefined, continue: (_traceparent, work) => work() };

/** A log that remembers, so that a test can ask what an operator would have read. */
export class RememberedLog implements MessagingLog {
  readonly lines: { level: 'info' | 'warn' | 'error'; message: string; fields?: Record<string, unknown> }[] = [];

  info(message: string, fields?: Record<string, unknown>): void {
    this.lines.push({ level: 'info', message, fields });
  }

  warn(message: string, fields?: Record<string, unknown>): void {
    this.lines.push({ level: 'warn', message, fields });
  }

  error(message: string, fields?: Record<string, unknown>): void {
    this.lines.push({ level: 'error', message, fields });
  }

  /** Messages of one level. */
  at(level: 'info' | 'warn' | 'error'): string[] {
    return this.lines.filter((line) => line.level === level).map(({ message }) => message);
  }
}

/** Messaging settings of a test: embedded, quiet, nothing traced. */
export const messagingOptions = (overrides: Partial<MessagingOptions> = {}): MessagingOptions => ({
  profile: 'embedded',
  allServices: false,
  brokers: [],
  topicPrefix: 'qijing.',
  topicRetentionDays: 1,
  instance: `test-${Math.random().toString(36).slice(2)}`,
  trace: noTrace,
  log: new RememberedLog(),
  ...overrides,
});
