/** Variables of a process environment, or of a test. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that does not fit. */
export interface ConfigFault {
  name: string;
  /** The value as given, `***` for secrets, `(not set)` when it is missing. */
  value: string;
  expected: string;
}

/** A config with at least one fault; lists all of them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly ConfigFault[]) {
    super(
      ['Configuration faults:', ...faults.map((f) => `  ${f.name} = ${f.value}  expected: ${f.expected}`)].join('\n'),
    );
  }
}
