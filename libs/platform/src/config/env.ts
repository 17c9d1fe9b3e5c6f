import 'reflect-metadata';

interface EnvOptions {
  /** The value is a secret: faults show that it is set, never what it is, and it may come from a file. */
  secret?: boolean;
}

/** A property of a config class, and the variable that it is read from. */
export interface EnvField extends EnvOptions {
  property: string;
  name: string;
}

const FIELDS = Symbol('qijing:env');

/** Variables of every config class that this process has loaded. */
const known = new Set<string>();

/** Variables that are read apart from config classes: by a command, by fault runs, by images and by tests. */
const READ_ELSEWHERE = /^QIJING_(NEW_PASSWORD(_FILE)?|FAILPOINT|SERVICE|VERSION|HOSTNAME|TEST_.*|UPSTREAM_.*)$/;

/** Binds a property of a config class to an environment variable; its initial value is the default. */
export function Env(name: string, options: EnvOptions = {}): PropertyDecorator {
  known.add(name);
  if (options.secret) known.add(`${name}_FILE`);
  return (target, property) => {
    const inherited = fieldsOf(target);
    const own: EnvField = { ...options, name, property: String(property) };
    Reflect.defineMetadata(FIELDS, [...inherited.filter((field) => field.property !== own.property), own], target);
  };
}

/** The bound properties of a config class. */
export function fieldsOf(prototype: object): EnvField[] {
  return (Reflect.getMetadata(FIELDS, prototype) as EnvField[] | undefined) ?? [];
}

/** Variables that look like settings of the product and are none, misspelt most likely; for programs that know all settings. */
export function unknownSettings(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith('QIJING_') && !known.has(name) && !READ_ELSEWHERE.test(name)).sort();
}
