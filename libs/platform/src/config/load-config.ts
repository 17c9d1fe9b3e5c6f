import 'reflect-metadata';
import { validateSync } from 'class-validator';

/** Variables of a process environment, or of a test. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface EnvOptions {
  /** The value is a secret: faults show that it is set, never what it is. */
  secret?: boolean;
}

interface EnvField extends EnvOptions {
  property: string;
  name: string;
}

const FIELDS = Symbol('qijing:env');

/** Binds a property of a config class to an environment variable; its initial value is the default. */
export function Env(name: string, options: EnvOptions = {}): PropertyDecorator {
  return (target, property) => {
    const inherited = fieldsOf(target);
    const own: EnvField = { ...options, name, property: String(property) };
    Reflect.defineMetadata(FIELDS, [...inherited.filter((field) => field.property !== own.property), own], target);
  };
}

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

/** The faults that a config class finds by looking at several fields together. */
export interface CrossChecked {
  /** Names the variables that contradict each other; empty when all is well. */
  crossCheck(): ConfigFault[];
  /** The same for what only keeps a process of its own from starting. */
  startCheck?(): ConfigFault[];
}

/**
 * Reads a config class from an environment: numbers, booleans (`true|false|1|0`) and comma lists are converted by the
 * property's default value, then class-validator's rules apply. Throws one `ConfigError` with every fault.
 */
export function loadConfig<C extends object>(configClass: new () => C, environment: Environment): C {
  return checked(configClass, environment, (config) => config.crossCheck());
}

function checked<C extends object>(
  configClass: new () => C,
  environment: Environment,
  together: (config: CrossChecked) => ConfigFault[],
): C {
  const config = new configClass();
  const fields = fieldsOf(configClass.prototype as object);
  for (const { property, name } of fields) {
    const text = environment[name];
    if (text === undefined || text === '') continue;
    const initial = (config as Record<string, unknown>)[property];
    (config as Record<string, unknown>)[property] = convert(text, initial);
  }
  const faults = validateSync(config).map(({ property, constraints }): ConfigFault => {
    const field = fields.find((candidate) => candidate.property === property);
    const name = field?.name ?? property;
    const expected = Object.values(constraints ?? {}).map((text) => text.replace(property, '').trim());
    return { name, value: shown(environment[name], field), expected: expected.join('; ') };
  });
  if (isCrossChecked(config)) faults.push(...together(config));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

/** The environment of this process. The config layer is the only reader of `process.env`. */
export function processEnvironment(): Environment {
  return process.env;
}

/** Loads a config for a process that is starting: prints all faults on stderr and exits with 1 when there are any. */
export function loadConfigOrExit<C extends object>(configClass: new () => C): C {
  try {
    return checked(configClass, processEnvironment(), (config) => [
      ...config.crossCheck(),
      ...(config.startCheck?.() ?? []),
    ]);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Provider of a service's config class in its module: `providers: [configProvider(CasesConfig)]`. How its fields go together
 * was checked with the config of the process, which may run several services.
 */
export function configProvider<C extends object>(
  configClass: new () => C,
): { provide: new () => C; useFactory: () => C } {
  return { provide: configClass, useFactory: () => checked(configClass, processEnvironment(), () => []) };
}

function fieldsOf(prototype: object): EnvField[] {
  return (Reflect.getMetadata(FIELDS, prototype) as EnvField[] | undefined) ?? [];
}

function convert(text: string, initial: unknown): unknown {
  if (typeof initial === 'number') return Number(text);
  if (typeof initial === 'boolean') return { true: true, '1': true, false: false, '0': false }[text] ?? text;
  if (Array.isArray(initial)) return text.split(',').map((part) => part.trim());
  return text;
}

function shown(value: string | undefined, field: EnvField | undefined): string {
  if (value === undefined || value === '') return '(not set)';
  return field?.secret ? '***' : value;
}

function isCrossChecked(config: object): config is CrossChecked {
  return 'crossCheck' in config && typeof config.crossCheck === 'function';
}
