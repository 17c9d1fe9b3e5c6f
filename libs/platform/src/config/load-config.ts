import { validateSync } from 'class-validator';
import { ConfigError, type ConfigFault, type Environment } from './config-fault.js';
import { fieldsOf, unknownSettings, type EnvField } from './env.js';
import { secretFrom } from './secrets.js';

/** The faults that a config class finds by looking at several fields together. */
export interface CrossChecked {
  /** Names the variables that contradict each other; empty when all is well. */
  crossCheck(): ConfigFault[];
  /** The same for what only keeps a process of its own from starting. */
  startCheck?(): ConfigFault[];
  /** What a service must not start with, in whatever process it runs. */
  serviceCheck?(): ConfigFault[];
}

interface Read<C> {
  readonly config: C;
  readonly faults: ConfigFault[];
}

/**
 * Reads a config class from an environment: numbers, booleans (`true|false|1|0`) and comma lists are converted by the
 * property's default value, then class-validator's rules apply; secrets may come from files. Throws one `ConfigError` with
 * every fault.
 */
export function loadConfig<C extends object>(configClass: new () => C, environment: Environment): C {
  const { config, faults } = read(configClass, environment);
  return whole(config, [...faults, ...(isCrossChecked(config) ? config.crossCheck() : [])]);
}

function whole<C extends object>(config: C, faults: readonly ConfigFault[]): C {
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

function read<C extends object>(configClass: new () => C, environment: Environment): Read<C> {
  const config = new configClass();
  const fields = fieldsOf(configClass.prototype as object);
  const faults: ConfigFault[] = [];
  for (const { property, name, secret } of fields) {
    const { text, fault } = secret ? secretFrom(name, environment) : { text: environment[name] };
    if (fault) faults.push(fault);
    if (text === undefined || text === '') continue;
    const initial = (config as Record<string, unknown>)[property];
    (config as Record<string, unknown>)[property] = convert(text, initial);
  }
  for (const { property, constraints } of validateSync(config)) {
    const field = fields.find((candidate) => candidate.property === property);
    const name = field?.name ?? property;
    const expected = Object.values(constraints ?? {}).map((text) => text.replace(property, '').trim());
    faults.push({ name, value: shown(environment[name], field), expected: expected.join('; ') });
  }
  return { config, faults };
}

/** The environment of this process. The config layer is the only reader of `process.env`. */
export function processEnvironment(): Environment {
  return process.env;
}

/** Config classes of the services in this process. */
const provided = new Set<new () => object>();

/**
 * Provider of a service's config class in its module: `providers: [configProvider(CasesConfig)]`. How its fields go together
 * was checked with the config of the process, which may run several services.
 */
export function configProvider<C extends object>(
  configClass: new () => C,
): { provide: new () => C; useFactory: () => C } {
  provided.add(configClass);
  return { provide: configClass, useFactory: () => ofService(configClass) };
}

function ofService<C extends object>(configClass: new () => C): C {
  const { config, faults } = read(configClass, processEnvironment());
  return whole(config, faults);
}

/**
 * Loads the config of a server that is starting. Throws one `ConfigError` with every fault of its own settings, of those of the
 * services in it, and of what a server, unlike a command, must not start with.
 */
export function loadServerConfig<C extends object>(configClass: new () => C, environment: Environment): C {
  const own = read(configClass, environment);
  const services = [...provided].filter((each) => each !== configClass).map((each) => read(each, environment));
  const all = [own, ...services];
  const faults = [
    ...all.flatMap((each) => each.faults),
    ...(isCrossChecked(own.config) ? [...own.config.crossCheck(), ...(own.config.startCheck?.() ?? [])] : []),
    ...all.flatMap(({ config }) => (isCrossChecked(config) ? (config.serviceCheck?.() ?? []) : [])),
  ];
  return whole(own.config, [...new Map(faults.map((fault) => [Object.values(fault).join(' '), fault])).values()]);
}

/** One line per variable that is misspelt, for a program that knows all settings. */
export function misspelt(environment: Environment): string[] {
  return unknownSettings(Object.keys(environment)).map((name) => `${name} is no setting of Qijing; nothing reads it`);
}

function convert(text: string, initial: unknown): unknown {
  if (typeof initial === 'number') return Number(text);
  if (typeof initial === 'boolean') return { true: true, '1': true, false: false, '0': false }[text] ?? text;
  if (Array.isArray(initial)) return text.split(',').map((part) => part.trim());
  return text;
}

function shown(value: string | undefined, field: EnvField | undefined): string {
  if (field?.secret) return '***';
  return value === undefined || value === '' ? '(not set)' : value;
}

function isCrossChecked(config: object): config is CrossChecked {
  return 'crossCheck' in config && typeof config.crossCheck === 'function';
}
